import { leadOutcomes, longestCallbackTexts } from "@leadrelay/contracts/callback-limits";
import type { CallbackSaid } from "@leadrelay/contracts/callback-message";
import { pick, type CallbackFields } from "../callback-fields.ts";
import type { Unsaid } from "../unsaid.ts";
import { inCrm, saidLead } from "./said-lead.ts";

const { id, word, text } = longestCallbackTexts;

const nobodyNamed: Unsaid = {
  unsaid:
    "no lead is named: send lead_public_id, make_send_public_id or lead_id as we sent it, or crm_lead_id",
};

/** What a CRM says at one of its three doors. Numbers and times go on as it wrote them. */
export function saidByCrm(
  kind: "link" | "activity" | "outcome",
  fields: CallbackFields,
): CallbackSaid | Unsaid {
  const lead = saidLead(fields);
  if (lead === undefined) return nobodyNamed;
  if (kind === "link") {
    const { crm_lead_id, ...ours } = lead;
    if (crm_lead_id === undefined) return { unsaid: "the CRM's own id is missing: send it as crm_lead_id" };
    if (Object.keys(ours).length === 0) return nobodyNamed;
    return { kind, lead: ours, crm_lead_id, ...pick(fields, { crm_url: [...inCrm.crm_url, "url"] }) };
  }
  const when = { happened_at: [word, "happenedat", "timestamp", "date", "occurredat"] } as const;
  if (kind === "activity")
    return {
      kind,
      lead,
      activity: "activity",
      ...pick(fields, {
        activity: [word, "activity", "type", "activitytype", "kind"],
        text: [text, "text", "note", "notes", "description", "comment", "summary"],
        by: [id, "by", "owner", "user", "author"],
        activity_id: [id, "activityid", "eventid"],
        ...when,
      }),
    };
  const { stage = "", ...said } = pick(fields, {
    stage: [word, "outcome", "stage", "status"],
    reason: [text, "reason", "lostreason", "returnreason"],
    value: [word, "value", "amount", "revenue"],
    currency: [word, "currency", "currencycode"],
    destination_id: [word, "destinationid"],
    ...when,
  });
  // Spelled as CRMs call their stages, too: "Closed Won".
  const plain = stage
    .toLowerCase()
    .replaceAll(/[^a-z]/g, "")
    .replace(/^closed/, "");
  const outcome = leadOutcomes.find((one) => one === plain);
  if (outcome === undefined) return { unsaid: `the outcome should be one of ${leadOutcomes.join(", ")}` };
  return { kind, lead, outcome, ...said };
}
