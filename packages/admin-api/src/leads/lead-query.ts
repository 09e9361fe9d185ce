import { z } from "@hono/zod-openapi";
import type { LeadAttribution } from "@leadrelay/contracts/attribution";
import { leadStandFilters } from "@leadrelay/contracts/lead-stand";
import { cameBy, campaignNames } from "@leadrelay/core/attribution/came-by";
import { projectKey } from "@leadrelay/core/identity/project-key";
import { stageOf } from "@leadrelay/core/pipeline/stage-of";
import type { Lead } from "@leadrelay/db/leads/lead";
import { pageQuery } from "../pages/page.ts";
import { idQuery, timeQuery } from "../pages/time-query.ts";

/** What an export is written as, by whoever asks for it. */
const exportForms = ["csv", "ndjson"] as const;

/** By what a list is sorted; each is in the order of an index. */
export const leadSorts = ["newest", "oldest", "last_seen", "name"] as const;

const suspicion = z.coerce.number().int().min(0).max(100).optional();

const searched = z.string().trim().min(1).max(256).optional();

const campaign = (description?: string) => {
  const value = z.string().trim().min(1).max(250).optional();
  return description === undefined ? value : value.openapi({ description });
};

/** What a list of leads may be asked for. */
export const leadQuery = pageQuery.extend({
  client_id: idQuery,
  form_id: idQuery,
  project: z.string().max(500).optional(),
  status: z.string().max(50).optional().openapi({ description: "A stage of the client's own pipeline." }),
  is_test: z.enum(["true", "false"]).optional(),
  since: timeQuery("First submitted then or later."),
  until: timeQuery("First submitted before."),
  stands: z.enum(leadStandFilters).optional().openapi({
    description:
      "Something of it does: `undelivered` is what died, is held or waits, `unconfirmed` what was taken and never confirmed as it must be; of `unsent` a submission, of the others a delivery. Not in a search.",
  }),
  sort: z.enum(leadSorts).optional().openapi({
    description:
      "By when leads came first (`newest`, the default, and `oldest`), when they were last seen, the latest first, or the first word of their name (who left none is not in that list). Not in a search, and not with `stands`.",
  }),
  suspicion_from: suspicion.openapi({ description: "With this suspicion score or more." }),
  suspicion_to: suspicion.openapi({ description: "With this suspicion score or less." }),
  export: z.enum(exportForms).optional().openapi({
    description:
      "It is written into a file of this form: the audit log of each client that is in it has an entry, whoever asks, to which further pages add. `next_cursor` is then good for a day, and for you.",
  }),
  q: searched.openapi({
    description:
      "An e-mail address (with its @), a phone number, or a name: whole, or how it begins. What is exactly so comes first.",
  }),
  name: searched,
  email: searched,
  phone: searched,
  utm_source: campaign(
    "Came so the first time or the latest; in any case of letters. The other `utm_` then say more of that time.",
  ),
  utm_medium: campaign(),
  utm_campaign: campaign(),
  utm_term: campaign(),
  utm_content: campaign(),
});
export type LeadQuery = z.output<typeof leadQuery>;

/**
 * Whether a lead is one the filters ask for; none of them is served by an index. What is hidden from whoever asks is not found either, or
 * it could be guessed.
 */
export function leadFilter(
  query: LeadQuery,
  stagesOf: (clientId: string) => readonly string[],
  shown: { attributionOf: (lead: Lead) => LeadAttribution; projectOf: (lead: Lead) => string | null },
) {
  const { form_id, status, is_test, since, until } = query;
  const project = query.project === undefined ? undefined : projectKey(query.project);
  return (lead: Lead): boolean =>
    (form_id === undefined || lead.form_id === form_id) &&
    (project === undefined || (lead.project_key === project && shown.projectOf(lead) === lead.project)) &&
    (status === undefined || stageOf(lead.status, stagesOf(lead.client_id)) === status) &&
    (is_test === undefined || lead.is_test === (is_test === "true")) &&
    (since === undefined || lead.first_submitted_at >= since) &&
    (until === undefined || lead.first_submitted_at < until) &&
    lead.suspicion_score >= (query.suspicion_from ?? 0) &&
    lead.suspicion_score <= (query.suspicion_to ?? 100) &&
    (!isOfCampaign(query) || cameBy(query, shown.attributionOf(lead)));
}

/** Whether rows may be read that the page then leaves out. */
export const isFiltered = (query: LeadQuery): boolean =>
  isOfCampaign(query) ||
  [query.project, query.status, query.is_test, query.form_id, query.suspicion_from, query.suspicion_to].some(
    (filter) => filter !== undefined,
  );

const isOfCampaign = (query: LeadQuery) => campaignNames.some((name) => query[name] !== undefined);
