import { getReplay as find } from "@leadrelay/delivery/replay/get-replay";
import { readEndpoint } from "../endpoint/endpoint.ts";
import { notFound } from "../problems/api-problem.ts";
import { replayParams, replayStandingSchema } from "./replay-schema.ts";
import { toStanding } from "./to-replay.ts";

export const getReplay = readEndpoint({
  path: "/api/replays/{replay_id}",
  operationId: "getReplay",
  tag: "Replays",
  summary: "Show a replay and how far it is",
  access: { permission: "deliveries:replay" },
  params: replayParams,
  answer: replayStandingSchema,
  async handle({ params, access: { scope }, dependencies }) {
    const standing = await find(scope, params.replay_id, dependencies.replays);
    if (standing === undefined) throw notFound("replay");
    return { body: toStanding(standing, dependencies.now()) };
  },
});
