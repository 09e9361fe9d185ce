import { applyReplay } from "./apply-replay.ts";
import { cancelReplay } from "./cancel-replay.ts";
import { getReplay } from "./get-replay.ts";
import { listReplays } from "./list-replays.ts";
import { planReplay } from "./plan-replay.ts";

export const replayEndpoints = [listReplays, planReplay, getReplay, applyReplay, cancelReplay];
