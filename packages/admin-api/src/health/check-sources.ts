import { amiss, fine, type HealthCheck } from "@leadrelay/contracts/health-check";
import { spokenTime } from "@leadrelay/core/explain/what-moves-on";
import { isQuiet } from "@leadrelay/core/sources/is-quiet";
import { sayCount } from "@leadrelay/core/wording/say-count";
import { newestTimes, watchedSources } from "@leadrelay/db/sources/watched-sources";
import { runOne } from "@leadrelay/db/run-batch";
import { clientInScope } from "../access/client-in-scope.ts";
import type { HealthContext } from "./health-context.ts";

const mostWatched = 200;
const mostNamed = 3;

/** Sources that usually bring leads and have brought none for much longer than that. What was not let in is told with the refused posts. */
export async function checkSources({ scope, dependencies, nowMs }: HealthContext): Promise<HealthCheck[]> {
  const name = "quiet_sources";
  const watched = await runOne(dependencies.control, watchedSources(scope, mostWatched));
  if (watched.length === 0) return [];
  const held = Map.groupBy(watched, ({ client_id }) => clientInScope(scope, client_id).database);
  const found = await Promise.all(
    [...held].map(([database, some]) =>
      runOne(
        dependencies.leadDatabase(database),
        newestTimes(
          scope,
          some.map(({ id }) => id),
        ),
      ),
    ),
  );
  const quiet = found
    .flat()
    .flatMap(({ source_id, times }) =>
      isQuiet(times, nowMs) ? [{ id: source_id, last: times[0] ?? nowMs }] : [],
    )
    .toSorted((a, b) => b.last - a.last);
  const [newest] = quiet;
  if (newest === undefined)
    return [fine(name, "Every source that usually brings leads has lately brought some.")];
  const names = new Map(watched.map((one) => [one.id, one.name]));
  const named = quiet
    .slice(0, mostNamed)
    .map(({ id, last }) => `${names.get(id) ?? id} (${id}) has brought nothing since ${spokenTime(last)}.`);
  const more = quiet.length - mostNamed;
  const rest = more > 0 ? [`${sayCount(more, "more source")} likewise.`] : [];
  return [
    amiss("warning", name, {
      message: [...named, ...rest].join(" "),
      todo: `Send a test from the other system: \`leadrelay source show ${newest.id}\` says how it is set up there. Where it is right that nothing comes, \`leadrelay source pause ${newest.id}\`.`,
      since: newest.last,
    }),
  ];
}
