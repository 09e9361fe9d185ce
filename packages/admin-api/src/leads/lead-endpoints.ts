import { eventEndpoints } from "../events/event-endpoints.ts";
import { submissionEndpoints } from "../submissions/submission-endpoints.ts";
import { addNote } from "./add-note.ts";
import { changeLead } from "./change-lead.ts";
import { getLead } from "./get-lead.ts";
import { getTimeline } from "./get-timeline.ts";
import { listLeads } from "./list-leads.ts";

/** Everything about people and what they submitted. */
export const leadEndpoints = [
  listLeads,
  getLead,
  changeLead,
  addNote,
  getTimeline,
  ...submissionEndpoints,
  ...eventEndpoints,
];
