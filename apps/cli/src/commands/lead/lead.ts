import { group } from "../shared/group.ts";
import { listLeads } from "./list.ts";
import { moveLead } from "./move.ts";
import { noteOnLead } from "./note.ts";

export const lead = group("lead", "people who asked", [listLeads, moveLead, noteOnLead]);
