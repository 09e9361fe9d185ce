import { isEventType } from "@leadrelay/contracts/event-type";
import type { LeadAttribution } from "@leadrelay/contracts/attribution";
import type { LeadPayload } from "@leadrelay/contracts/lead-payload";
import type { SentDelivery } from "../adapter.ts";
import { cutText } from "./cut-text.ts";
import { noticeTitles } from "./notice-titles.ts";
import { readNotice } from "./notice-lines.ts";
import { oneLine } from "./one-line.ts";
import type { ReadLead } from "./read-lead.ts";
import { toLines } from "./to-lines.ts";

const titles = {
  "lead.created": "New lead",
  "lead.reengaged": "Back again",
  "lead.updated": "Corrected contact details",
} as const;

/**
 * What a person is told of a lead. Values stand as they came in, cut to a few hundred characters, what somebody wrote to a few thousand: whoever writes them somewhere escapes them
 * as that place asks for, and keeps its own limit.
 */
export function readLead({ event, message }: Pick<SentDelivery, "event" | "message">): ReadLead {
  const { payload, attribution, type, notice } = event;
  if (notice !== undefined) return readNotice(notice, payload);
  if (!isEventType(type)) return { title: noticeTitles[type], what: noticeTitles[type], lines: [] };
  const name = payload.first_name ?? payload.email ?? payload.phone_mobile ?? "somebody";
  const what = `${payload.test_lead === "yes" ? "TEST: " : ""}${titles[type]}`;
  const lines = toLines([
    ["Name", payload.first_name],
    ["Phone", payload.phone_mobile],
    ["E-mail", payload.email],
    ["Project", payload.project_name],
    ["Location", payload.user_location],
    ["Message", message, longestMessage],
    ["Came by", payload.lead_source],
    ["Campaign", attribution.latest?.utm_campaign],
    ["Ad", adOf(attribution.latest)],
    // The campaign in it is told above.
    ["Landed on", attribution.latest?.landing_page?.split(/[?#]/, 1)[0]],
    ["Searched for", payload.searched_keyword],
    ["From", placeOf(payload)],
    ["Submissions", payload.form_submit_count > 1 ? String(payload.form_submit_count) : null],
    ["Suspicious", payload.suspicion_reasons === "" ? null : payload.suspicion_reasons.replaceAll("_", " ")],
    ["Lead id", payload.lead_public_id ?? payload.lead_submission_public_id],
  ]);
  return { title: cutText(`${what}: ${oneLine(name)}`, longestTitle), what, lines };
}

const longestTitle = 150;
/** Where there is less room it is cut as the rest. */
const longestMessage = 2_000;

/** As `google / cpc`: by which platform, and what kind of ad. */
const adOf = (latest: LeadAttribution["latest"]): string | null =>
  [latest?.utm_source, latest?.utm_medium].filter((part) => part != null && part !== "").join(" / ") || null;

function placeOf({ user_city, user_region, user_country }: LeadPayload): string | null {
  const place = [user_city, user_region, user_country].filter((part) => part !== null && part !== "");
  return place.length === 0 ? null : place.join(", ");
}
