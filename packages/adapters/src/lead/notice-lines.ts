import type { LeadPayload } from "@leadrelay/contracts/lead-payload";
import type { Notice } from "@leadrelay/contracts/notice";
import { cutText } from "./cut-text.ts";
import { noticeTitles } from "./notice-titles.ts";
import { oneLine } from "./one-line.ts";
import type { ReadLead } from "./read-lead.ts";
import { toLines } from "./to-lines.ts";

type Lines = (readonly [string, string | null | undefined])[];

const longestTitle = 150;

/** A notice for somebody who reads: what happened to which lead or destination, and what to type next. */
export function readNotice(notice: Notice, payload: LeadPayload): ReadLead {
  const title = noticeTitles[notice.type];
  const { destination } = notice;
  const isOfLead = "lead_id" in notice;
  const what = isOfLead && payload.test_lead === "yes" ? `TEST: ${title}` : title;
  const who = isOfLead
    ? (payload.first_name ?? payload.email ?? payload.phone_mobile ?? "somebody")
    : (destination?.name ?? "");
  return {
    title: cutText(`${what}: ${oneLine(who)}`, longestTitle),
    what,
    lines: toLines([
      ["What happened", notice.summary],
      ...ownLines(notice),
      ...(isOfLead ? leadLines(notice.lead_id, payload) : []),
      ["What next", notice.what_next],
      ["Destination", destination && `${destination.name} (${destination.id})`],
      ...sampleLines(notice),
    ]),
  };
}

const leadLines = (leadId: string, payload: LeadPayload): Lines => [
  ["Name", payload.first_name],
  ["Phone", payload.phone_mobile],
  ["E-mail", payload.email],
  ["Project", payload.project_name],
  ["Lead id", leadId],
];

/** What people wrote or did. */
function ownLines(notice: Notice): Lines {
  if ("note" in notice) return [["Note", notice.note.text]];
  if ("reply" in notice) return [["They wrote", notice.reply.text]];
  if ("activity" in notice) return [["Text", notice.activity.text]];
  if (!("returned" in notice)) return [];
  const { reason, note } = notice.returned;
  return [
    ["Reason", reason],
    ["Note", note],
  ];
}

/** What a receiver answered, and what to look at. */
function sampleLines(notice: Notice): Lines {
  if ("dead_letters" in notice)
    return [
      ["It answered", notice.dead_letters?.error],
      ["One of them", notice.dead_letters?.sample_id],
    ];
  if ("failing" in notice)
    return [
      ["It answered", notice.failing.error],
      ["One of them", notice.failing.delivery_id],
    ];
  if (!("suspect" in notice)) return [];
  return [
    ["It answered", notice.suspect.answer],
    ["As a rule", notice.suspect.usual],
  ];
}
