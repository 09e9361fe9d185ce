import { amiss, fine, type HealthCheck } from "@leadrelay/contracts/health-check";
import { spokenTime } from "@leadrelay/core/explain/what-moves-on";
import { sayCount } from "@leadrelay/core/wording/say-count";
import { countUnconfirmed } from "@leadrelay/db/confirmations/unconfirmed-deliveries";
import { confirmingDestinations } from "@leadrelay/db/destinations/confirming-destinations";
import { runOne } from "@leadrelay/db/run-batch";
import { clientInScope } from "../access/client-in-scope.ts";
import type { HealthContext } from "./health-context.ts";

const lookedBackMs = 24 * 3_600_000;
/** Counted no further, of each destination. */
const mostCounted = 100;
const mostNamed = 3;

/** Destinations that took leads in the last day and did not confirm them, though they must. */
export async function checkUnconfirmed({
  scope,
  dependencies,
  nowMs,
}: HealthContext): Promise<HealthCheck[]> {
  const name = "unconfirmed_deliveries";
  const confirming = await runOne(dependencies.control, confirmingDestinations(scope));
  if (confirming.length === 0) return [];
  const databases = Map.groupBy(confirming, ({ client_id }) => clientInScope(scope, client_id).database);
  const asked = { since: nowMs - lookedBackMs, limit: mostCounted };
  const counted = await Promise.all(
    [...databases].map(([database, own]) =>
      runOne(dependencies.leadDatabase(database), countUnconfirmed(scope, own, asked)),
    ),
  );
  const found = counted.flat().toSorted((a, b) => b.count - a.count);
  const [worst] = found;
  if (worst === undefined)
    return [fine(name, "What must be confirmed was confirmed in time, in the last 24 hours.")];
  const nameOf = new Map(confirming.map((one) => [one.id, one.name]));
  const named = found.slice(0, mostNamed).map(({ destination_id, count }) => {
    const leads = sayCount(count, "lead", { isMore: count >= mostCounted });
    return `${nameOf.get(destination_id) ?? destination_id} (${destination_id}) took ${leads} and did not confirm ${count === 1 ? "it" : "them"} in time.`;
  });
  const more = found.length - mostNamed;
  const rest = more > 0 ? [`${sayCount(more, "more destination")} likewise.`] : [];
  const since = Math.min(...found.map(({ oldest }) => oldest ?? nowMs));
  return [
    amiss("warning", name, {
      message: `${[...named, ...rest].join(" ")} The first of them ${spokenTime(since)}.`,
      todo: `See what became of them there: \`leadrelay delivery list --destination ${worst.destination_id} --confirmation unconfirmed\`. A callback that comes late still confirms one; \`leadrelay delivery retry\` sends it again. \`leadrelay destination confirmation ${worst.destination_id}\` says how long it has.`,
      since,
    }),
  ];
}
