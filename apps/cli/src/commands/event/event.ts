import { group } from "../shared/group.ts";
import { listEvents } from "./list.ts";

export const event = group("event", "what destinations were to hear of", [listEvents]);
