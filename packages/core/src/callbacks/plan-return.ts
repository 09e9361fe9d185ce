import type { AfterDelivery } from "@leadrelay/contracts/after-delivery";
import { periodOf } from "../tallies/period-of.ts";
import { whyNotReturned } from "./judge-return.ts";
import type { ArrivedDelivery, Callback, CallbackFacts, LimitedTally } from "./callback-plan.ts";

/** What comes of a lead that somebody gives back. */
interface PlannedReturn {
  /** It was given back by the same before: nothing comes of it. */
  isRepeat: boolean;
  /** null: it is taken back. */
  refused: string | null;
  from: ArrivedDelivery | null;
  tallies: LimitedTally[];
  /** It goes to the next of its route. */
  passesOn: boolean;
}

const utc = { timeZone: "UTC", weekStarts: "monday" } as const;

/** Under this is counted how many a destination gave back. */
export const returnSubject = (destinationId: string): string => `return:${destinationId}`;

export const returnPeriod = (at: number) => periodOf("month", at, utc);

/**
 * Whose return it is: of those that have the lead the one that is named, or the only one. Where it was given back before, a return that names nobody
 * is taken for that one again, or one that is said twice would take it from the next who has it.
 */
export function planReturn(
  { client_id, received_at, said }: Callback,
  { arrived, delivery, returnedBy }: CallbackFacts,
  rulesOf: (destinationId: string) => AfterDelivery,
): PlannedReturn {
  if (said.kind !== "outcome") return refusal("it is no return");
  const named = said.destination_id ?? delivery?.destination_id;
  if (named === undefined ? returnedBy.length > 0 : returnedBy.includes(named))
    return { isRepeat: true, refused: null, from: null, tallies: [], passesOn: false };
  const has = arrived.filter(({ destination_id }) => !returnedBy.includes(destination_id));
  const theirs = has.filter(({ destination_id }) => named === undefined || destination_id === named);
  const [from] = theirs;
  if (from === undefined) return refusal("no destination that may give it back has this lead");
  if (theirs.length > 1)
    return refusal("several destinations have this lead: say which by make_send_public_id or destination_id");
  const { returns } = rulesOf(from.destination_id);
  const asked = {
    reason: said.reason ?? null,
    deliveredAt: from.settled_at,
    receivedAt: received_at,
    returned: from.returned,
  };
  const refused = whyNotReturned(asked, returns);
  if (refused !== null) return refusal(refused, from);
  const { key, endsAt } = returnPeriod(received_at);
  const subject = returnSubject(from.destination_id);
  return {
    isRepeat: false,
    refused: null,
    from,
    tallies: [
      {
        client_id,
        subject,
        period: key,
        count: 1,
        ends_at: endsAt,
        ...(returns?.most_per_month === undefined ? {} : { most: returns.most_per_month }),
      },
    ],
    passesOn: returns?.pass_on === true,
  };
}

const refusal = (refused: string, from: ArrivedDelivery | null = null): PlannedReturn => ({
  isRepeat: false,
  refused,
  from,
  tallies: [],
  passesOn: false,
});
