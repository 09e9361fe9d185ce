import { planSplit } from "./plan-split.ts";
import { splitLead } from "./split-lead.ts";

export const splitEndpoints = [planSplit, splitLead];
