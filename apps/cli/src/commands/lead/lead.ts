import { group } from "../shared/group.ts";
import { exportCommand } from "./export.ts";
import { findLead } from "./find.ts";
import { listLeads } from "./list.ts";
import { moveLead } from "./move.ts";
import { noteOnLead } from "./note.ts";
import { countStages } from "./stages.ts";
import { splitLead } from "./split.ts";
import { view } from "./view/view.ts";
import { showLead } from "./show.ts";

export const lead = group("lead", "people who asked", [
  findLead,
  showLead,
  listLeads,
  exportCommand,
  countStages,
  moveLead,
  noteOnLead,
  splitLead,
  view,
]);
