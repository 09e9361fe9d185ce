import type { CallbackDetail, LeadCallbackRow } from "../callbacks/callback-plan.ts";
import type { Step } from "./story.ts";

/** What somebody who has a lead said came of it. @param name its destination's; null where it is known of none */
export function tellCallback(row: LeadCallbackRow, name: string | null): Step {
  const detail = JSON.parse(row.detail_json) as CallbackDetail;
  return {
    at: row.received_at,
    kind: "callback",
    what:
      row.refused === null
        ? said(row, detail, name)
        : `${said(row, detail, name)} It was refused: ${row.refused}.`,
    ...(row.delivery_id === null ? {} : { delivery_id: row.delivery_id }),
    destination_id: row.destination_id,
    ...(detail.failed === true ? { error: detail.text } : detail.text === null ? {} : { note: detail.text }),
  };
}

function said(
  { kind }: LeadCallbackRow,
  { word, crm_lead_id, url, value, currency, stage, late, failed }: CallbackDetail,
  name: string | null,
): string {
  const who = name ?? "The CRM";
  const link = crm_lead_id === null ? "" : ` It has it as ${crm_lead_id}.`;
  switch (kind) {
    case "execution":
    case "sms_status": {
      const what = failed === true ? "that it made nothing of it" : "that it really has it";
      return `${who} said ${what}${late === true ? ", late" : ""}.${link}${url === null ? "" : ` ${url}`}`;
    }
    case "link":
      return `${who} has it as ${crm_lead_id ?? ""}.`;
    case "activity":
      return `${who} told of it: ${word ?? "activity"}.`;
    case "outcome": {
      const worth = value === null ? "" : `, worth ${value}${currency === null ? "" : ` ${currency}`}`;
      return `${who} told of it: ${word ?? "outcome"}${worth}.${stage === null ? "" : ` It moved to ${stage}.`}`;
    }
    case "reply":
      return word === "stop" ? "The person wants no more messages." : "The person replied.";
  }
}
