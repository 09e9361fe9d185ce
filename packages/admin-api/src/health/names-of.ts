import { sayCount } from "@leadrelay/core/wording/say-count";
import type { OperatorScope } from "@leadrelay/db/scope";
import { isInScope } from "@leadrelay/db/scope/is-in-scope";
import type { Backlog } from "../queue-status/read-backlogs.ts";

/** Destinations a check names at most; the others it counts. */
export const mostNamed = 3;

/** By name only what is the caller's clients'. */
export function namesOf(backlogs: readonly Backlog[], scope: OperatorScope): string {
  const mine = backlogs.filter(({ destination }) => isInScope(scope, destination.client_id));
  const named = mine.slice(0, mostNamed).map(({ destination }) => `${destination.name} (${destination.id})`);
  const others = backlogs.length - named.length;
  if (others === 0) return named.join(", ");
  return [...named, sayCount(others, named.length === 0 ? "destination" : "more destination")].join(", ");
}
