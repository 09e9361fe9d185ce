import type { z } from "@hono/zod-openapi";
import { contactOf, maskedIf } from "@leadrelay/core/masking/mask-contact";
import { maskId } from "@leadrelay/core/masking/mask-id";
import { stageOf } from "@leadrelay/core/pipeline/stage-of";
import type { Lead } from "@leadrelay/db/leads/lead";
import { attributionOfLead } from "./attribution-of-lead.ts";
import type { leadSchema } from "./lead-schema.ts";
import { projectOfLead } from "./project-of-lead.ts";

/** A lead as whoever asks may see it: the one place where its row becomes an answer. */
export const toLead = (
  lead: Lead,
  { masked, stages }: { masked: boolean; stages: readonly string[] },
): z.input<typeof leadSchema> => ({
  id: lead.public_id,
  number: lead.id,
  client_id: lead.client_id,
  form_id: lead.form_id,
  project: projectOfLead(lead, masked),
  ...contactOf(lead, masked),
  masked,
  status: stageOf(lead.status, stages),
  is_test: lead.is_test,
  submission_count: lead.submission_count,
  suspicion_score: lead.suspicion_score,
  first_submitted_at: lead.first_submitted_at,
  last_submitted_at: lead.last_submitted_at,
  last_sent_at: lead.last_sent_at,
  crm_lead_id: maskedIf(masked, lead.crm_lead_id, (id) => maskId(id, lead)),
  attribution: attributionOfLead(lead, masked),
});
