import type { Evidence, Send } from "./evidence.ts";

/** One invocation has at most so many deliveries unsettled in its hands. */
const mostUnsettled = 30;

/** Notes that something does not hold, of this id. */
export type Find = (what: string, id: string) => void;

export const isTaken = ({ status }: Send): boolean => status !== null && status >= 200 && status < 300;

/**
 * No duplicate without a crash; at most one extra per delivery per crash, under the same id, and at most 30 of them a crash.
 * @returns how many sends the receiver had taken before
 */
export function judgeSends(evidence: Evidence, crashes: number, find: Find): number {
  const taken = evidence.sends.filter(isTaken);
  const known = new Set(evidence.deliveries.map(({ id }) => id));
  let extra = 0;
  for (const [id, sends] of Map.groupBy(taken, ({ deliveryId }) => deliveryId)) {
    extra += sends.length - 1;
    if (sends.length > 1 + crashes)
      find(crashes === 0 ? "sent twice without a crash" : "sent more than once more a crash", id);
    if (!known.has(id)) find("sent under an id that D1 does not know", id);
  }
  if (extra > crashes * mostUnsettled) find(`more than ${mostUnsettled} extra sends a crash`, String(extra));
  for (const [of, sends] of Map.groupBy(taken, ({ submissionId, path }) => `${submissionId} ${path}`))
    if (new Set(sends.map(({ deliveryId }) => deliveryId)).size > 1) find("sent under two ids", of);
  return extra;
}

/** Each of those who posted has details of their own: one lead, told of once, and not at all where every post of theirs was refused. */
export function judgePeople(evidence: Evidence, find: Find): void {
  const refused = new Set(evidence.refused);
  for (const [email, rows] of Map.groupBy(evidence.submissions, (row) => row.email))
    if (email !== null && new Set(rows.map(({ leadId }) => leadId)).size > 1)
      find("two leads for one person", email);
  const taken = evidence.sends.filter(isTaken);
  for (const [of, sends] of Map.groupBy(taken, ({ email, path }) => `${email} ${path}`))
    if (new Set(sends.map(({ submissionId }) => submissionId)).size > 1)
      find("one person sent twice as new", of);
  for (const { email } of taken) if (refused.has(email)) find("delivered though its post was refused", email);
}
