import { getReplay as find } from "@leadrelay/delivery/replay/get-replay";
import { readEndpoint } from "../endpoint/endpoint.ts";
import { noSuchPlan, ownPlanning } from "./own-planning.ts";
import { replayParams, replayStandingSchema } from "./replay-schema.ts";
import { toUnmadeStanding } from "./to-planning.ts";
import { toStanding } from "./to-replay.ts";

export const getReplay = readEndpoint({
  path: "/api/replays/{replay_id}",
  operationId: "getReplay",
  tag: "Replays",
  summary: "Show a replay and how far it is",
  access: { permission: "deliveries:replay" },
  params: replayParams,
  answer: replayStandingSchema,
  async handle({ params: { replay_id: id }, access, dependencies }) {
    const standing = await find(access.scope, id, dependencies.replays);
    if (standing !== undefined) return { body: toStanding(standing, dependencies.now()) };
    const own = await ownPlanning(access, id, dependencies);
    if (own === undefined) throw noSuchPlan();
    return { body: toUnmadeStanding(id, own) };
  },
});
