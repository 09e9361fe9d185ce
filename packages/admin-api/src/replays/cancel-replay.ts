import { cancelReplay as cancel } from "@leadrelay/delivery/replay/cancel-replay";
import { changeEndpoint } from "../endpoint/endpoint.ts";
import { notFound } from "../problems/api-problem.ts";
import { auditReplay } from "./audit-replay.ts";
import { replayParams, replaySchema } from "./replay-schema.ts";
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
    if (cancellation.kind === "not_found") throw notFound("replay");
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
