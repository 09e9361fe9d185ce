import type { NoticeOf } from "@leadrelay/contracts/notice";
import { fitWords } from "../notices/notice-words.ts";
import type { Callback, CallbackPlan } from "./callback-plan.ts";

type Told =
  | NoticeOf<"lead.crm_linked">
  | NoticeOf<"lead.crm_activity">
  | NoticeOf<"lead.status_changed">
  | NoticeOf<"lead.returned">
  | NoticeOf<"lead.replied">;

/** Without what every notice about a lead has. */
type Own<Notice> = Notice extends Told
  ? Omit<Notice, "v" | "happened_at" | "client_id" | "lead_id" | "destination" | "summary" | "what_next">
  : never;

const crm = { kind: "key", name: "The CRM" } as const;
const cut = (text: string | null, most: number) => text?.slice(0, most).toWellFormed() ?? null;

/** What destinations are told of a callback; of a lead that is not known nothing. */
export function noticesOf(callback: Callback, plan: CallbackPlan): Told[] {
  const { lead, row } = plan;
  if (lead === null) return [];
  return ownOf(callback, plan).map((own) => ({
    v: 1,
    ...own,
    happened_at: row.happened_at,
    client_id: row.client_id,
    lead_id: lead.public_id,
    destination: null,
    ...fitWords({
      summary: sentence(own),
      what_next: `\`leadrelay lead show ${lead.public_id}\` shows all of it.`,
    }),
  }));
}

function ownOf(
  { said, received_at }: Callback,
  { lead, crmLeadId, stage, detail, row, passedOnTo }: CallbackPlan,
): Own<Told>[] {
  const told: Own<Told>[] = [];
  if (crmLeadId !== null) {
    const previous = lead?.crm_lead_id ?? null;
    told.push({
      type: "lead.crm_linked",
      link: { system: "crm", crm_lead_id: crmLeadId, previous, url: detail.url },
    });
  }
  if (said.kind === "activity" || (said.kind === "outcome" && said.outcome !== "returned"))
    told.push({
      type: "lead.crm_activity",
      activity: {
        id: said.kind === "activity" ? (said.activity_id ?? null) : null,
        kind: detail.word ?? "activity",
        text: detail.text,
        by: detail.by,
        stage: detail.stage,
        value: detail.value,
      },
    });
  if (stage !== null)
    told.push({
      type: "lead.status_changed",
      change: { from: stage.from.slice(0, 50), to: stage.to.slice(0, 50), by: crm },
    });
  if (said.kind === "outcome" && said.outcome === "returned")
    told.push({
      type: "lead.returned",
      returned: {
        reason: cut(detail.text, 200) ?? "",
        note: null,
        accepted: row.refused === null,
        refused_because: cut(row.refused, 500),
        passed_on_to: passedOnTo && { ...passedOnTo, name: passedOnTo.name.slice(0, 200).toWellFormed() },
        delivery_id: row.delivery_id,
      },
    });
  if (said.kind === "reply")
    told.push({
      type: "lead.replied",
      reply: {
        channel: "sms",
        text: said.text,
        from: said.phone,
        received_at,
        receiver_id: said.sid === "" ? null : said.sid,
        opted_out: said.wish === "stop",
      },
    });
  return told;
}

/** What happened, naming no person. */
function sentence(told: Own<Told>): string {
  switch (told.type) {
    case "lead.crm_linked":
      return `The CRM has this lead as ${told.link.crm_lead_id}.`;
    case "lead.crm_activity":
      return told.activity.value === null
        ? `The CRM tells of this lead: ${told.activity.kind}.`
        : `The CRM tells of this lead: ${told.activity.kind}, worth ${told.activity.value}.`;
    case "lead.status_changed":
      return `The CRM moved this lead from ${told.change.from} to ${told.change.to}.`;
    case "lead.returned":
      return told.returned.accepted
        ? `This lead was given back${told.returned.passed_on_to === null ? "" : `, and goes on to ${told.returned.passed_on_to.name}`}.`
        : `Somebody gave this lead back, and was refused: ${told.returned.refused_because ?? ""}.`;
    case "lead.replied":
      return told.reply.opted_out ? "This lead wants no more messages." : "This lead replied.";
  }
}
