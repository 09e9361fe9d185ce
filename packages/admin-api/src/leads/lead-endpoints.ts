import { addNote } from "./add-note.ts";
import { changeLead } from "./change-lead.ts";
import { listLeads } from "./list-leads.ts";

export const leadEndpoints = [listLeads, changeLead, addNote];
