import { deadLetterKinds, type DeadLetterKind } from "@leadrelay/contracts/dead-letter";
import type { AgainFilter, ReplaySkips } from "@leadrelay/contracts/replay";
import { sayCount } from "../wording/say-count.ts";

/** Counted no further than was asked where `isMore`. */
interface Counted {
  count: number;
  isMore: boolean;
}

/** What does not land of a scope, narrowed to the filter's clients; deliveries to its destinations as well. */
export interface WaitingCounts {
  /** Pending for a later try, held by a disabled destination, and due now or being sent. */
  pending: Counted;
  held: Counted;
  due: Counted;
  /** Open dead letters. */
  letters: readonly { kind: string; count: number }[];
}

/** Something that waits and that a filter did not ask for. */
export interface ElseWaiting extends Counted {
  /** With its number: `8 wait for their next try`. */
  meaning: string;
  /** What to plan with to get it; null: it goes out by itself. */
  filter: ElseFilter | null;
}

interface ElseFilter {
  status: AgainFilter["status"];
  kinds?: DeadLetterKind[];
  client_ids?: string[];
  destination_ids?: string[];
}

/** What else there is where a filter found nothing to send, and the filter that finds it. `skipped` is what the filter found and left out. */
export function whatElseWaits(
  filter: AgainFilter,
  waiting: WaitingCounts,
  skipped: ReplaySkips,
): ElseWaiting[] {
  const { status } = filter;
  const clients = filter.client_ids === undefined ? {} : { client_ids: [...filter.client_ids] };
  const destinations =
    filter.destination_ids === undefined ? {} : { destination_ids: [...filter.destination_ids] };
  const covered = coveredBy(filter);
  const found: ElseWaiting[] = [];

  const narrowing = narrowingOf(filter);
  const left = leftBehind(filter, waiting, skipped);
  if (narrowing.length > 0)
    found.push({
      ...left,
      meaning: `${many(left, "more")} that the ${narrowing.join(" and the ")} you asked for ${narrowing.join() === "time" ? "leaves" : "leave"} out`,
      filter:
        status === "dead"
          ? { status, ...clients, ...(filter.kinds === undefined ? {} : { kinds: [...filter.kinds] }) }
          : { status, ...clients, ...destinations },
    });
  if (status !== "pending" && status !== "any")
    found.push({
      ...waiting.pending,
      meaning: many(
        waiting.pending,
        isOne(waiting.pending) ? "waits for its next try" : "wait for their next try",
      ),
      filter: { status: "pending", ...clients, ...destinations },
    });
  if (status !== "held" && status !== "any")
    found.push({
      ...waiting.held,
      meaning: many(
        waiting.held,
        isOne(waiting.held)
          ? "is held by its disabled destination"
          : "are held by their disabled destinations",
      ),
      filter: { status: "held", ...clients, ...destinations },
    });
  for (const { kind, count } of waiting.letters)
    if (isKind(kind) && !covered.has(kind))
      found.push({
        count,
        isMore: false,
        meaning: `${sayCount(count, "dead letter")} of ${status === "dead" ? "another kind," : "the kind"} ${kind}`,
        filter: { status: "dead", ...clients, ...(kind === "delivery" ? {} : { kinds: [kind] }) },
      });
  if (skipped.under_way === undefined)
    found.push({
      ...waiting.due,
      meaning: `${many(waiting.due, isOne(waiting.due) ? "is" : "are")} due now or being sent, which goes on by itself`,
      filter: null,
    });
  return found.filter(({ count }) => count > 0);
}

const many = ({ count, isMore }: Counted, what: string) => `${count}${isMore ? " or more" : ""} ${what}`;
const isOne = ({ count, isMore }: Counted) => count === 1 && !isMore;

/** Kinds whose letters the filter asks for. */
const coveredBy = (filter: AgainFilter): ReadonlySet<string> =>
  new Set<string>(
    filter.status === "dead" ? (filter.kinds ?? ["delivery"]) : filter.status === "any" ? ["delivery"] : [],
  );

const isKind = (kind: string): kind is DeadLetterKind => deadLetterKinds.some((one) => one === kind);

/** What the filter is narrowed by beyond what the counts are of, in words. */
function narrowingOf(filter: AgainFilter): string[] {
  const { since, until, form_ids } = filter;
  const letters =
    filter.status === "dead"
      ? {
          destinations: filter.destination_ids,
          causes: filter.causes,
          answers: filter.status_codes,
          errors: filter.fingerprints,
        }
      : {};
  const narrowing = { time: since ?? until, forms: form_ids, ...letters };
  return Object.entries(narrowing).flatMap(([word, given]) => (given === undefined ? [] : [word]));
}

/** Those in the state asked for that the filter did not come across. */
function leftBehind(filter: AgainFilter, { pending, held, letters }: WaitingCounts, skipped: ReplaySkips) {
  const { status } = filter;
  const covered = coveredBy(filter);
  const dead = letters.filter(({ kind }) => covered.has(kind)).reduce((sum, { count }) => sum + count, 0);
  const deliveries = [
    ...(status === "pending" || status === "any" ? [pending] : []),
    ...(status === "held" || status === "any" ? [held] : []),
  ];
  const all = deliveries.reduce((sum, { count }) => sum + count, dead);
  // Not among those: `delivered` ones are counted by a replay alone, `under_way` ones as due.
  const known = Object.entries(skipped)
    .filter(([reason]) => reason !== "delivered" && reason !== "under_way")
    .reduce((sum, [, count]) => sum + count, 0);
  return { count: Math.max(0, all - known), isMore: deliveries.some(({ isMore }) => isMore) };
}
