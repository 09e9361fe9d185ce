import type { RouteMode } from "@leadrelay/contracts/route-mode";
import { apiProblem } from "../problems/api-problem.ts";

/** Throws a 422 where leads should go on to the next of a route in which every member has them. */
export function requireNext({
  mode,
  overflow_minutes = null,
}: {
  mode: RouteMode;
  overflow_minutes?: number | null;
}): void {
  if (mode !== "all" || overflow_minutes === null) return;
  throw apiProblem("invalid", "A route of all has no next member.", {
    errors: [
      {
        field: "overflow_minutes",
        detail:
          "should be null in mode all, where every member has the lead: choose another mode, or take the overflow out (--overflow none)",
      },
    ],
  });
}
