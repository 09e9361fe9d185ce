import type { DirectConfig } from "@leadrelay/contracts/direct-config";
import type { Submission } from "../identity/submission.ts";
import { chooseByHash } from "../routes/choose-by-hash.ts";
import { refusedByConditions } from "../routes/refused-by-conditions.ts";
import type { ToldLead } from "../shape/lead-values.ts";

type DirectDestination = DirectConfig["destinations"][number];

/**
 * Of destinations that share a route those that hear of a lead while D1 is away, when nothing can be counted: by the submission's id, so that
 * every try chooses the same. Who was tried stays chosen, whatever changed; only of a `first_accepting` route the next may where it refused.
 * @param told asked only where a member has conditions
 */
export function chooseDirectly(
  destinations: readonly DirectDestination[],
  { direct, submission_id }: Pick<Submission, "direct" | "submission_id">,
  told: () => ToldLead,
): DirectDestination[] {
  const refusedBy = refusedByConditions(told);
  const routes = Map.groupBy(destinations, ({ route }) => route?.route_id ?? null);
  const chosen = new Set<string>();
  for (const [routeId, members] of routes) {
    const [first] = members;
    const mode = first?.route?.mode;
    if (routeId === null || mode === undefined) continue;
    const isRefused = (id: string) => /^(refused|gone)$/.test(direct[id]?.at(-1)?.outcome ?? "");
    const tried = members.filter(({ id }) => direct[id] !== undefined);
    const keeps = tried.find(({ id }) => mode !== "first_accepting" || !isRefused(id));
    if (keeps !== undefined && mode !== "all") {
      chosen.add(keeps.id);
      continue;
    }
    const candidates = members
      .filter((one) => (mode === "all" || !isRefused(one.id)) && refusedBy(one) === null)
      .map(({ id, route }) => ({ id, position: route?.position ?? 0, weight: route?.weight ?? 1 }));
    for (const id of chooseByHash(mode, candidates, submission_id)) chosen.add(id);
  }
  return destinations.filter(({ id, route }) => (route ?? null) === null || chosen.has(id));
}
