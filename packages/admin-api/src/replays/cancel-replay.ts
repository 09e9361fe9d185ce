import { cancelReplay as cancel } from "@leadrelay/delivery/replay/cancel-replay";
import { dropPlanning } from "@leadrelay/db/replays/planning";
import type { Access } from "../access/access.ts";
import { requireActor } from "../access/require-actor.ts";
import type { AdminDependencies } from "../dependencies.ts";
import { changeEndpoint } from "../endpoint/endpoint.ts";
import { auditReplay } from "./audit-replay.ts";
import { noSuchPlan, ownPlanning } from "./own-planning.ts";
import { replayParams, replaySchema } from "./replay-schema.ts";
import { toUnmadeStanding } from "./to-planning.ts";
import { toReplay } from "./to-replay.ts";

export const cancelReplay = changeEndpoint({
  method: "post",
  path: "/api/replays/{replay_id}/cancel",
  operationId: "cancelReplay",
  tag: "Replays",
  summary: "Stop a replay, or drop its plan",
  description:
    "Takes no step any more; what has its time already is still sent: with a pace that is ten seconds' worth. One that has ended stays as it is.",
  access: { permission: "deliveries:replay" },
  params: replayParams,
  answer: replaySchema,
  async handle({ params, access, dependencies }) {
    const cancellation = await cancel(access.scope, params.replay_id, dependencies.replays);
    if (cancellation.kind === "not_found") return dropUnmade(params.replay_id, access, dependencies);
    // Done as far as there is anything to stop, though its last sends may have their turn in a moment.
    const answer = { body: toReplay(cancellation.plan, Infinity) };
    if (cancellation.kind === "ended") return { audit: [], answer };
    return {
      control: cancellation.control,
      decideAnew: true,
      audit: auditReplay(access, cancellation.plan, "replay.cancelled"),
      answer,
    };
  },
});

/** A plan that its author is still making leaves nothing behind. */
async function dropUnmade(planId: string, access: Access, dependencies: AdminDependencies) {
  const own = await ownPlanning(access, planId, dependencies);
  if (own === undefined) throw noSuchPlan();
  const createdBy = requireActor(access).id;
  return {
    control: [dropPlanning(access.scope, { createdBy, planId })],
    audit: [],
    answer: { body: { ...toUnmadeStanding(planId, own), state: "cancelled" as const, examined: null } },
  };
}
