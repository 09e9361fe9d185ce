import { overdueDeliveries } from "@leadrelay/db/routes/overdue-deliveries";
import { overflowingRoutes, type OverflowingRoute } from "@leadrelay/db/routes/overflowing-routes";
import { runOne } from "@leadrelay/db/run-batch";
import { pipelineScope } from "@leadrelay/db/scope";
import { callsToPass, passOverdue } from "@leadrelay/delivery/routes/pass-overdue";
import type { Dependencies } from "../../dependencies.ts";
import { openBudget, type Budget } from "../budget.ts";
import { eachDatabase } from "../each-database.ts";

const routesAtOnce = 1_000;
/** What one look goes through in a database, shared equally by its routes. */
const mostDeliveries = 600;
/** From the oldest on, and once more from anywhere where nothing of that could be moved. */
const looks = 2;

/**
 * Has leads that waited longer at a member of their route than it is set go on to the next that takes leads now. The deliveries' sweep, behind it,
 * sends them. A minute in which no route is so set is one call.
 */
export async function sweepOverflow(
  dependencies: Dependencies,
  budget: Budget = openBudget(),
): Promise<number> {
  const routes = await routesThatOverflow(dependencies, budget);
  if (routes.length === 0) return 0;
  const byDatabase = Map.groupBy(routes, ({ database }) => database);
  return eachDatabase(dependencies, async (database) => {
    const mine = byDatabase.get(database) ?? [];
    return mine.length === 0 ? 0 : passOn(mine, database, dependencies, budget);
  });
}

async function routesThatOverflow({ control }: Dependencies, budget: Budget): Promise<OverflowingRoute[]> {
  const routes: OverflowingRoute[] = [];
  for (let isLast = false; !isLast && budget.take(1);) {
    const page = await runOne(
      control,
      overflowingRoutes(pipelineScope, routes.at(-1)?.id ?? "", routesAtOnce),
    );
    routes.push(...page);
    isLast = page.length < routesAtOnce;
  }
  return routes;
}

async function passOn(
  routes: readonly OverflowingRoute[],
  database: string,
  dependencies: Dependencies,
  budget: Budget,
): Promise<number> {
  const { control, leadDatabase, config, now, random } = dependencies;
  const lead = leadDatabase(database);
  const { environment, retrySchedule } = config;
  const reached = { control, lead, now, environment, retrySchedule };
  const minutes = new Map(routes.map(({ id, overflow_minutes }) => [id, overflow_minutes]));
  const minutesOf = (routeId: string) => minutes.get(routeId) ?? 0;
  const limit = Math.max(10, Math.floor(mostDeliveries / routes.length));
  const nowMs = now();
  let ranges = routes.map(({ id }) => ({ route_id: id, after: 0, until: nowMs - minutesOf(id) * 60_000 }));
  let moved = 0;
  for (let look = 0; look < looks && ranges.length > 0 && budget.take(1 + callsToPass); look += 1) {
    const { waiting, more } = await runOne(lead, overdueDeliveries(pipelineScope, ranges, limit));
    const passed = await passOverdue(waiting, minutesOf, reached);
    moved += passed.moved;
    ranges = ranges.flatMap(({ route_id, until }) => {
      const seen = more.get(route_id);
      return seen === undefined || passed.routes.has(route_id)
        ? []
        : [{ route_id, after: seen + (until - seen) * random(), until }];
    });
  }
  return moved;
}
