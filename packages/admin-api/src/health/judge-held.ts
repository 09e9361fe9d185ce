import { amiss, fine, type HealthCheck } from "@leadrelay/contracts/health-check";
import { sayWhyOff } from "@leadrelay/core/explain/say-why-off";
import { sayCount } from "@leadrelay/core/wording/say-count";
import { destinationStates, type DestinationState } from "@leadrelay/db/destinations/destination-states";
import { runOne } from "@leadrelay/db/run-batch";
import { isInScope } from "@leadrelay/db/scope/is-in-scope";
import type { Backlog } from "../queue-status/read-backlogs.ts";
import type { HealthContext } from "./health-context.ts";
import { mostNamed } from "./names-of.ts";

const name = "held_deliveries";

/** What disabled destinations hold back: how many, since when, why, and what sends it. Those with most are named, others' counted. */
export async function judgeHeld(
  backlogs: readonly Backlog[],
  { scope, dependencies: { control } }: Pick<HealthContext, "scope" | "dependencies">,
): Promise<HealthCheck> {
  const held = backlogs.filter((backlog) => backlog.held > 0).toSorted((a, b) => b.held - a.held);
  if (held.length === 0) return fine(name, "Nothing is held back.");
  const mine = held.filter(({ destination }) => isInScope(scope, destination.client_id)).slice(0, mostNamed);
  const ids = mine.map(({ destination }) => destination.id);
  const states = ids.length === 0 ? [] : await runOne(control, destinationStates(scope, ids));
  const named = mine.flatMap((backlog) => {
    const state = states.find(({ id }) => id === backlog.destination.id);
    return state === undefined ? [] : [{ backlog, state }];
  });
  const told = named.map(
    ({ backlog, state }) => `${sayHeld([backlog])} held for ${state.name} (${state.id}), ${sayWhy(state)}.`,
  );
  const others = held.filter((backlog) => !named.some((one) => one.backlog === backlog));
  const where = sayCount(others.length, named.length === 0 ? "destination" : "more destination");
  const more = others.length === 0 ? [] : [`${sayHeld(others)} held for ${where}.`];
  const times = named.flatMap(({ state }) => state.disabled_at ?? []);
  return amiss("warning", name, {
    message: [...told, ...more].join(" "),
    todo: mendingOf(named.map(({ state }) => state)),
    since: times.length === 0 ? null : Math.min(...times),
  });
}

function sayHeld(backlogs: readonly Backlog[]): string {
  const count = backlogs.reduce((sum, { held }) => sum + held, 0);
  const isMore = backlogs.some(({ held_is_more }) => held_is_more);
  return `${sayCount(count, "delivery", { many: "deliveries", isMore })} ${count === 1 && !isMore ? "is" : "are"}`;
}

function sayWhy(state: DestinationState): string {
  if (state.deleted_at !== null) return "which was deleted: the sweep cancels what it held within minutes";
  if (state.enabled === 1 && (state.limits_json ?? null) !== null)
    return `which takes no more for now: \`leadrelay destination show ${state.id}\` says why, and until when`;
  if (state.enabled === 1) return "which is enabled again: what it held goes out within a minute";
  return `which is disabled${sayWhyOff(state)}`;
}

/** Of the first that needs a person. */
function mendingOf(states: readonly DestinationState[]): string {
  const off = states.find(({ enabled, deleted_at }) => enabled === 0 && deleted_at === null);
  const limited = states.find(
    ({ limits_json = null, deleted_at }) => limits_json !== null && deleted_at === null,
  );
  if (off === undefined && limited !== undefined)
    return `Nothing, if that is meant: what is held goes out once there is room, the oldest first. \`leadrelay destination limits ${limited.id}\` changes how many it takes, and when.`;
  if (off === undefined)
    return "Whoever's they are enables the destination when its receiver works again: what is held goes out within a minute.";
  const { id, disabled_reason } = off;
  const address =
    disabled_reason === "gone"
      ? `Give it the new address: \`leadrelay destination change ${id} --address\`. Then`
      : "When its receiver works again,";
  return `${address} enable it: \`leadrelay destination enable ${id}\`, and what is held goes out within a minute. \`leadrelay delivery list --destination ${id} --status held\` lists it.`;
}
