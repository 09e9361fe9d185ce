import { eventEndpoints } from "../events/event-endpoints.ts";
import { listOutageSummaries } from "../outage-summaries/list-outage-summaries.ts";
import { submissionEndpoints } from "../submissions/submission-endpoints.ts";
import { whereIsMyLead } from "../where/where-is-my-lead.ts";
import { addNote } from "./add-note.ts";
import { changeLead } from "./change-lead.ts";
import { getLead } from "./get-lead.ts";
import { getTimeline } from "./get-timeline.ts";
import { listLeads } from "./list-leads.ts";

/** Everything about people and what they submitted. */
export const leadEndpoints = [
  whereIsMyLead,
  listLeads,
  getLead,
  changeLead,
  addNote,
  getTimeline,
  ...submissionEndpoints,
  ...eventEndpoints,
  listOutageSummaries,
];
