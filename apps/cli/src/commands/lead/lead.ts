import { group } from "../shared/group.ts";
import { listLeads } from "./list.ts";

export const lead = group("lead", "people who asked: list", [listLeads]);
