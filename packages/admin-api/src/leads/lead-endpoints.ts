import { eventEndpoints } from "../events/event-endpoints.ts";
import { submissionEndpoints } from "../submissions/submission-endpoints.ts";
import { addNote } from "./add-note.ts";
import { changeLead } from "./change-lead.ts";
import { listLeads } from "./list-leads.ts";

/** Everything about people and what they submitted. */
export const leadEndpoints = [listLeads, changeLead, addNote, ...submissionEndpoints, ...eventEndpoints];
