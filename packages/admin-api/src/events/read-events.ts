import type { EventRow } from "@leadrelay/core/decide/commit-plan";
import { eventIdsOf } from "@leadrelay/core/decide/event-ids-of";
import { findEvents } from "@leadrelay/db/events/find-events";
import type { OperatorScope } from "@leadrelay/db/scope";
import type { ListedSubmission } from "@leadrelay/db/submissions/newest-submissions";
import type { AdminDependencies } from "../dependencies.ts";
import { askLeadDatabases } from "../lead-databases/ask-lead-databases.ts";

/** The events of these submissions, in their order. */
export async function readEvents(
  submissions: readonly ListedSubmission[],
  scope: OperatorScope,
  dependencies: Pick<AdminDependencies, "leadDatabase">,
): Promise<EventRow[]> {
  const found = await askLeadDatabases(scope, dependencies, (clientIds) => {
    const own = submissions.filter(({ client_id }) => clientIds.includes(client_id));
    const keys = own.flatMap((submission) =>
      eventIdsOf(submission).map((event_id) => ({ ...submission, event_id })),
    );
    return findEvents(scope, keys);
  });
  const place = new Map(submissions.map(({ public_id }, index) => [public_id, index]));
  const placeOf = ({ submission_public_id }: EventRow) => place.get(submission_public_id) ?? 0;
  return found.flat().toSorted((a, b) => placeOf(a) - placeOf(b) || (a.id < b.id ? -1 : 1));
}
