import { group } from "../shared/group.ts";
import { queueStatus } from "./status.ts";

export const queue = group("queue", "what is under way", [queueStatus]);
