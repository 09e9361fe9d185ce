import { applyReplay } from "./apply-replay.ts";
import { cancelReplay } from "./cancel-replay.ts";
import { continuePlanning } from "./continue-planning.ts";
import { getReplay } from "./get-replay.ts";
import { listReplays } from "./list-replays.ts";
import { planReplay } from "./plan-replay.ts";

export const replayEndpoints = [
  listReplays,
  planReplay,
  continuePlanning,
  getReplay,
  applyReplay,
  cancelReplay,
];
