import type { NoticeType } from "@leadrelay/contracts/event-type";

/** What happened, for a headline. */
export const noticeTitles: Readonly<Record<NoticeType, string>> = {
  "lead.status_changed": "Status changed",
  "lead.note_added": "New note",
  "lead.replied": "Reply",
  "lead.crm_linked": "Now in the CRM",
  "lead.crm_activity": "Activity in the CRM",
  "lead.returned": "Lead returned",
  "destination.down": "Down",
  "destination.recovered": "Back",
  "destination.disabled": "Switched off",
  "destination.capped": "Cap",
  "delivery.dead_lettered": "Leads did not arrive",
  "delivery.failing": "Failing",
  "delivery.recovered": "Arriving again",
  "delivery.unconfirmed": "Not confirmed",
  "delivery.suspect": "Doubtful answer",
  "workflow.step_run": "Rules acted",
};
