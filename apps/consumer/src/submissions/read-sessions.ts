import { logEvent } from "@leadrelay/contracts/log-event";
import { reasonOf } from "@leadrelay/contracts/reason-of";
import type { Facts } from "@leadrelay/core/decide/facts";
import type { Submission } from "@leadrelay/core/identity/submission";
import { browserId } from "@leadrelay/core/sessions/active-session";
import { networkOf } from "@leadrelay/core/sessions/network-of";
import { hasTag } from "@leadrelay/core/suspicion/session-signals";
import { runBatch } from "@leadrelay/db/run-batch";
import { pipelineScope } from "@leadrelay/db/scope";
import { sessionsAtNetworks } from "@leadrelay/db/sessions/sessions-at-networks";
import { sessionsOfVisitors, type VisitorKey } from "@leadrelay/db/sessions/sessions-of-visitors";
import type { Intake } from "./intake.ts";

type SessionsBySubmission = ReadonlyMap<
  string,
  NonNullable<ReturnType<NonNullable<Facts["sessions"]>["get"]>>
>;

const none: SessionsBySubmission = new Map();

/**
 * The sessions of the browsers that these came from, and what their addresses did, by submission. Beside the other facts and not among
 * them: what cannot be read here is told to nobody, and the lead goes on without it.
 */
export async function readSessions(
  submissions: readonly Submission[],
  { d1 }: Pick<Intake, "d1">,
): Promise<SessionsBySubmission> {
  if (submissions.length === 0) return none;
  const named = submissions.map(visitorOf);
  const visitors = new Map(
    named.flatMap((visitor) => (visitor === null ? [] : [[JSON.stringify(visitor), visitor] as const])),
  );
  try {
    const [found, uses] = await runBatch(d1, [
      sessionsOfVisitors(pipelineScope, [...visitors.values()]),
      sessionsAtNetworks(pipelineScope, submissions.map(probeOf)),
    ]);
    const ofVisitors = Map.groupBy(found, ({ client_id, visitor_id }) =>
      JSON.stringify({ client_id, visitor_id }),
    );
    return new Map(
      submissions.map(({ submission_id, context }, index) => [
        submission_id,
        {
          ofVisitor: ofVisitors.get(JSON.stringify(named[index])) ?? [],
          atNetwork: context.ip === null ? null : (uses[index] ?? null),
        },
      ]),
    );
  } catch (error) {
    logEvent("tracking.unread", { submissions: submissions.length, reason: reasonOf(error) });
    return none;
  }
}

/** Those that the tag itself filled: nobody has to know their form to know that there may be sessions. */
export const filledByTag = (submissions: readonly Submission[]): Submission[] =>
  submissions.filter(({ fields }) => fields.session_totals !== undefined);

/**
 * The others whose form has the tag: those that name a browser, and those that come from none. Of a form without it nothing is asked, and
 * nothing of a person whose blocker stops it.
 */
export const besideTag = (submissions: readonly Submission[], forms: Facts["forms"]): Submission[] =>
  submissions.filter((submission) => {
    const form = forms.get(submission.form_id);
    if (form === undefined || !hasTag(form, submission.received_at)) return false;
    if (submission.fields.session_totals !== undefined) return false;
    return submission.by_browser !== true || visitorOf(submission) !== null;
  });

const probeOf = ({ client_id, context, received_at }: Submission) => ({
  client_id,
  network: networkOf(context.ip),
  at: received_at,
});

function visitorOf({ client_id, fields }: Submission): VisitorKey | null {
  const visitor_id = browserId(fields.visitor_id);
  return visitor_id === null ? null : { client_id, visitor_id };
}
