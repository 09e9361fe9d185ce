import type { z } from "@hono/zod-openapi";
import { explainSuspicion } from "@leadrelay/core/explain/explain-suspicion";
import { contactOf, maskedIf } from "@leadrelay/core/masking/mask-contact";
import { maskId } from "@leadrelay/core/masking/mask-id";
import { maskText } from "@leadrelay/core/masking/mask-text";
import { maskUrl } from "@leadrelay/core/masking/mask-url";
import { stageOf } from "@leadrelay/core/pipeline/stage-of";
import { tellLead } from "@leadrelay/core/story/tell-lead";
import type { Lead } from "@leadrelay/db/leads/lead";
import type { ListedSubmission } from "@leadrelay/db/submissions/newest-submissions";
import type { SessionsTable } from "@leadrelay/db/tables/sessions-table";
import type { Chapters } from "../story/read-chapters.ts";
import { toStand } from "../story/stand-schema.ts";
import { explain, readTrace } from "../submissions/to-submission.ts";
import { knownUnder } from "./known-under.ts";
import { projectOfLead } from "./project-of-lead.ts";
import { resembling, traceOf } from "./resembling.ts";
import type { leadDetailsSchema } from "./lead-details-schema.ts";
import { toSession } from "../sessions/to-session.ts";
import { toLead } from "./to-lead.ts";

type Details = z.input<typeof leadDetailsSchema>;

/** A lead with all that whoever asks may know of it. */
export function toLeadDetails(
  lead: Lead,
  submissions: readonly ListedSubmission[],
  read: Chapters,
  {
    masked,
    stages,
    nowMs,
    related,
    sessions,
  }: {
    masked: boolean;
    stages: readonly string[];
    nowMs: number;
    related: readonly Lead[];
    sessions: readonly SessionsTable[];
  },
): Details {
  const { stands } = tellLead(read.chapters, read.letters, { lookup: read.lookup, nowMs });
  return {
    ...toLead(lead, { masked, stages }),
    user_agent: maskedIf(masked, lead.user_agent, (text) => maskId(text, lead)),
    identities: knownUnder(lead, submissions, masked),
    suspicion: explainSuspicion(traceOf(submissions[0])?.suspicion ?? { score: 0, reasons: [] }),
    engagement_score: lead.engagement_score,
    session_id: lead.session_id,
    sessions: sessions.map((row) => toSession(row, masked)),
    related: related.map((other) => ({
      id: other.public_id,
      project: projectOfLead(other, masked),
      status: stageOf(other.status, stages),
      last_submitted_at: other.last_submitted_at,
    })),
    resembles: resembling(lead, submissions),
    submissions: submissions.map((row) => ({
      id: row.public_id,
      submission_number: row.submission_number,
      ...contactOf(row, masked),
      masked,
      form_id: row.form_id,
      outcome: row.outcome,
      explanation: explain(readTrace(row, masked), () => "").sentences[0] ?? "",
      ...sourceOf(row, read, masked),
      cta: maskedIf(masked, row.cta, (text) => maskText(text, row)),
      page_url: maskedIf(masked, row.page_url, maskUrl),
      submitted_at: row.submitted_at,
    })),
    deliveries: read.chapters.flatMap((chapter) =>
      chapter.deliveries.map((delivery) => ({
        id: delivery.public_id,
        submission_id: chapter.submission.public_id,
        event_id: delivery.event_id,
        destination_id: delivery.destination_id,
        destination_name: read.lookup(delivery.destination_id)?.name ?? null,
        status: delivery.status,
        attempts: delivery.attempts,
        last_status_code: delivery.last_status_code,
        created_at: delivery.created_at,
      })),
    ),
    more_deliveries: read.moreDeliveries || submissions.length < lead.submission_count,
    stands: stands === null ? null : { state: stands.state, ...toStand(stands) },
  };
}

function sourceOf(row: ListedSubmission, { chapters }: Chapters, masked: boolean) {
  const { public_id } = row;
  const shown = (text: string | null | undefined) =>
    maskedIf(masked, text ?? null, (given) => maskText(given, row));
  const chapter = chapters.find(({ submission }) => submission.public_id === public_id);
  const [payload] = Object.values(chapter?.payloads ?? {});
  return {
    lead_source: shown(payload?.lead_source),
    source_team: shown(payload?.source_team),
    searched_keyword: shown(payload?.searched_keyword),
  };
}
