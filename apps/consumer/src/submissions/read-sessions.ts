import { logEvent } from "@leadrelay/contracts/log-event";
import { reasonOf } from "@leadrelay/contracts/reason-of";
import type { Facts } from "@leadrelay/core/decide/facts";
import type { Submission } from "@leadrelay/core/identity/submission";
import { browserId } from "@leadrelay/core/sessions/active-session";
import { runOne } from "@leadrelay/db/run-batch";
import { pipelineScope } from "@leadrelay/db/scope";
import { sessionsOfVisitors, type VisitorKey } from "@leadrelay/db/sessions/sessions-of-visitors";
import type { Intake } from "./intake.ts";

type SessionsBySubmission = NonNullable<Facts["sessions"]>;

const none: SessionsBySubmission = new Map();

/**
 * The sessions of browsers that submissions name, by submission; nobody asks where none does, as of a form without the tag. Beside the
 * other facts and not among them: what cannot be read here is told to nobody, and the lead goes on without it.
 */
export async function readSessions(
  submissions: readonly Submission[],
  { d1 }: Pick<Intake, "d1">,
): Promise<SessionsBySubmission> {
  const visitors = new Map<string, VisitorKey>();
  for (const submission of submissions) {
    const key = visitorOf(submission);
    if (key !== null) visitors.set(JSON.stringify(key), key);
  }
  if (visitors.size === 0) return none;
  try {
    const found = await runOne(d1, sessionsOfVisitors(pipelineScope, [...visitors.values()]));
    const ofVisitors = Map.groupBy(found, ({ client_id, visitor_id }) =>
      JSON.stringify({ client_id, visitor_id }),
    );
    return new Map(
      submissions.map((submission) => [
        submission.submission_id,
        { ofVisitor: ofVisitors.get(JSON.stringify(visitorOf(submission))) ?? [], atNetwork: null },
      ]),
    );
  } catch (error) {
    logEvent("tracking.unread", { submissions: submissions.length, reason: reasonOf(error) });
    return none;
  }
}

function visitorOf({ client_id, fields }: Submission): VisitorKey | null {
  const visitor_id = browserId(fields.visitor_id);
  return visitor_id === null ? null : { client_id, visitor_id };
}
