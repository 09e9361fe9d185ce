import { group } from "../shared/group.ts";
import { cancelReplay } from "./cancel.ts";
import { listOutages } from "./outages.ts";
import { replayQueue } from "./replay.ts";
import { listReplays } from "./replays.ts";
import { queueStatus } from "./status.ts";

export const queue = group("queue", "what is under way, and sending again what did not land", [
  queueStatus,
  replayQueue,
  listReplays,
  cancelReplay,
  listOutages,
]);
