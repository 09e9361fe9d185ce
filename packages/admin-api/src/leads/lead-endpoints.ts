import { addNote } from "./add-note.ts";
import { changeLead } from "./change-lead.ts";
import { countLeadStages } from "./count-stages.ts";
import { getLead } from "./get-lead.ts";
import { getTimeline } from "./get-timeline.ts";
import { listLeads } from "./list-leads.ts";
import { searchLeads } from "./search-leads.ts";

export const leadEndpoints = [
  listLeads,
  searchLeads,
  countLeadStages,
  getLead,
  changeLead,
  addNote,
  getTimeline,
];
