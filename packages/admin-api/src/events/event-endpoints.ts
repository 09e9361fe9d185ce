import { listEvents } from "./list-events.ts";
import { listLeadEvents } from "./list-lead-events.ts";

export const eventEndpoints = [listEvents, listLeadEvents];
