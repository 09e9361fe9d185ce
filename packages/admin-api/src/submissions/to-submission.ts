import type { z } from "@hono/zod-openapi";
import { explainDecision } from "@leadrelay/core/explain/explain-decision";
import { isOutageNote } from "@leadrelay/core/decide/outage-notes";
import { parseTrace } from "@leadrelay/core/decide/parse-trace";
import type { DecisionTrace } from "@leadrelay/core/decide/decision-trace";
import { contactOf, maskedIf } from "@leadrelay/core/masking/mask-contact";
import { maskText } from "@leadrelay/core/masking/mask-text";
import { maskUrl } from "@leadrelay/core/masking/mask-url";
import type { ListedSubmission } from "@leadrelay/db/submissions/newest-submissions";
import type { submissionSchema } from "./submission-schema.ts";

/** A submission as whoever asks may see it: the one place where its row becomes an answer. */
export const toSubmission = (
  row: ListedSubmission,
  { masked, leadId }: { masked: boolean; leadId: string | null },
): z.input<typeof submissionSchema> => ({
  id: row.public_id,
  lead_id: leadId,
  client_id: row.client_id,
  form_id: row.form_id,
  submission_number: row.submission_number,
  outcome: row.outcome,
  explanation: explain(readTrace(row, masked), () => "").sentences[0] ?? "",
  ...contactOf(row, masked),
  masked,
  cta: maskedIf(masked, row.cta, (text) => maskText(text, row)),
  page_url: maskedIf(masked, row.page_url, maskUrl),
  submitted_at: row.submitted_at,
});

/** The trace of a decision. Its notes on what was posted, such as a file's name, are for those who see contacts. */
export function readTrace(
  row: Pick<ListedSubmission, "public_id" | "decision_json">,
  masked: boolean,
): DecisionTrace | null {
  const trace = parseTrace(row);
  if (trace === undefined) return null;
  return masked ? { ...trace, notes: trace.notes.filter(isOutageNote) } : trace;
}

/** The decision in sentences. */
export const explain = (trace: DecisionTrace | null, nameOf: (destinationId: string) => string) =>
  trace === null
    ? { sentences: ["Why it was decided so was not recorded."], destinations: [] }
    : explainDecision(trace, nameOf);
