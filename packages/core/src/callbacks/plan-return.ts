import type { AfterDelivery } from "@leadrelay/contracts/after-delivery";
import { periodOf } from "../tallies/period-of.ts";
import type { Tally } from "../tallies/tally.ts";
import { whyNotReturned } from "./judge-return.ts";
import type { ArrivedDelivery, Callback, CallbackFacts } from "./callback-plan.ts";

/** What comes of a lead that somebody gives back. */
interface PlannedReturn {
  /** null: it is taken back. */
  refused: string | null;
  from: ArrivedDelivery | null;
  tallies: Tally[];
}

const utc = { timeZone: "UTC", weekStarts: "monday" } as const;

/** How many a destination gave back. */
const returnSubject = (destinationId: string): string => `return:${destinationId}`;

export const returnPeriod = (at: number) => periodOf("month", at, utc);

/** Whose return it is: of those that have the lead the one that is named, or the only one. */
export function planReturn(
  { client_id, received_at, said }: Callback,
  { arrived, delivery }: CallbackFacts,
  rulesOf: (destinationId: string) => AfterDelivery,
): PlannedReturn {
  if (said.kind !== "outcome") return { refused: "it is no return", from: null, tallies: [] };
  const named = said.destination_id ?? delivery?.destination_id;
  const theirs = arrived.filter(({ destination_id }) => named === undefined || destination_id === named);
  const [from] = theirs;
  if (from === undefined)
    return { refused: "no destination that may give it back has this lead", from: null, tallies: [] };
  if (theirs.length > 1) {
    const refused = "several destinations have this lead: say which by make_send_public_id or destination_id";
    return { refused, from: null, tallies: [] };
  }
  const { returns } = rulesOf(from.destination_id);
  const asked = {
    reason: said.reason ?? null,
    deliveredAt: from.settled_at,
    receivedAt: received_at,
    returned: from.returned,
  };
  const refused = whyNotReturned(asked, returns);
  if (refused !== null) return { refused, from, tallies: [] };
  const { key, endsAt } = returnPeriod(received_at);
  const subject = returnSubject(from.destination_id);
  return { refused, from, tallies: [{ client_id, subject, period: key, count: 1, ends_at: endsAt }] };
}
