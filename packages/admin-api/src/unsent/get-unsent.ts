import { whatSendsIt } from "@leadrelay/core/explain/explain-unsent";
import { auditReads } from "../access/audit-reads.ts";
import { isMasked } from "../access/is-masked.ts";
import { readActorNames } from "../access/read-actor-names.ts";
import { readEndpoint } from "../endpoint/endpoint.ts";
import { submissionParams } from "../submissions/submission-schema.ts";
import { explain } from "../submissions/to-submission.ts";
import { findUnsent } from "./find-unsent.ts";
import { toUnsent, traceOf } from "./to-unsent.ts";
import { unsentDetailsSchema } from "./unsent-schema.ts";

export const getUnsent = readEndpoint({
  path: "/api/unsent/{submission_id}",
  operationId: "getUnsent",
  tag: "Unsent",
  summary: "Show why nothing of a submission was sent, and what would send it",
  description: "One that was released since is shown with who did it.",
  access: { permission: "leads:read" },
  params: submissionParams,
  answer: unsentDetailsSchema,
  async handle({ params, access, dependencies }) {
    const { scope } = access;
    const unsent = await findUnsent(params.submission_id, scope, dependencies);
    const masked = isMasked(scope, unsent.row.client_id);
    const trace = traceOf(unsent, masked);
    const shown = toUnsent(unsent, masked);
    const { released_at, released_by } = unsent.row;
    const nameOf = await readActorNames([released_by], scope, dependencies);
    const body = {
      ...shown,
      sentences: unsent.kind === "stored" ? explain(trace, (id) => id).sentences : [shown.explanation],
      setting: trace?.setting ?? null,
      elapsed_minutes: trace?.elapsed_minutes ?? null,
      next: released_at === null ? whatSendsIt(unsent.rule, shown.id) : sayReleased(shown),
      released_at,
      released_by: released_by === null ? null : nameOf(released_by),
    };
    const subject = { kind: "submission", id: shown.id };
    return { body, audit: auditReads(access, { action: "submission.read", rows: [shown], subject }) };
  },
});

/** What stood apart goes through intake first: it is no lead's until it is stored. */
const sayReleased = ({ id, lead_id }: { id: string; lead_id: string | null }) =>
  lead_id === null
    ? `Nothing: it was let through on purpose, and goes through intake again. \`leadrelay lead find ${id}\` tells what became of it.`
    : `Nothing: it was sent on purpose. \`leadrelay lead find ${id}\` tells what became of it.`;
