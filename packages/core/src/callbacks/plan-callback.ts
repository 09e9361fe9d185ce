import type { AfterDelivery } from "@leadrelay/contracts/after-delivery";
import { stageOf } from "../pipeline/stage-of.ts";
import type { Callback, CallbackDelivery, CallbackFacts, CallbackPlan } from "./callback-plan.ts";
import { detailOf } from "./detail-of.ts";
import { planOptOut } from "./plan-opt-out.ts";
import { planReturn } from "./plan-return.ts";
import { readHappenedAt } from "./read-happened-at.ts";
import { onceKey, soughtBy } from "./sought-by.ts";
import { stageAfter } from "./stage-after.ts";
import { toldOutcome } from "./told-outcome.ts";

/** What a callback is judged by, beside what it is about. */
export interface CallbackPolicy {
  /** The client's own pipeline, in order. */
  stages: readonly string[];
  rulesOf: (destinationId: string) => AfterDelivery;
  /** It is looked at no more after this. */
  isLast: boolean;
  /** It was answered to a delivery of ours: a CRM, or a person, that said another id meant that. */
  isAnswer?: true;
}

const nobody = "no lead of this client has the ids that it names";

/** What comes of a callback; null: nothing, because the same was said before. `early`: what it speaks of is not settled yet, and it is looked at again. */
export function planCallback(
  callback: Callback,
  facts: CallbackFacts,
  policy: CallbackPolicy,
): CallbackPlan | "early" | null {
  if (facts.isKept || isOld(callback, facts)) return null;
  const { said } = callback;
  const { lead, delivery } = facts;
  // Whether its failure is news is known once our own try is written down.
  if ("result" in said && said.result === "failed" && delivery?.status === "in_flight" && !policy.isLast)
    return "early";
  const plan = emptyPlan(callback, facts);
  if (said.kind === "reply" && said.phone !== null && said.wish !== null)
    plan.optOut = planOptOut(callback, {
      phone: said.phone,
      isOut: said.wish === "stop",
      isStranger: lead === null,
    });
  if (lead === null) {
    // A delivery that tells of a destination is about no lead, and is confirmed all the same.
    if (delivery !== null && "result" in said) settle(plan, delivery, said.result);
    plan.row.refused = delivery === null ? nobody : null;
    plan.detail.sought = soughtBy(said);
    plan.row.detail_json = JSON.stringify(plan.detail);
    return plan;
  }
  const stands = stageOf(lead.status, policy.stages);
  switch (said.kind) {
    case "execution":
    case "sms_status":
      if (delivery !== null) settle(plan, delivery, said.result);
      if (said.kind === "execution") link(plan, said.crm_lead_id);
      if (facts.wasSaid) plan.row.once_key = null;
      break;
    case "link":
      if (lead.crm_lead_id === said.crm_lead_id) return null;
      if (lead.crm_lead_id !== null && policy.isAnswer === true) return null;
      link(plan, said.crm_lead_id);
      break;
    case "outcome": {
      const returned = said.outcome === "returned" ? planReturn(callback, facts, policy.rulesOf) : null;
      if (returned !== null) {
        if (returned.isRepeat) return null;
        const destination_id = returned.from?.destination_id ?? null;
        plan.leaves = returned.passesOn ? destination_id : null;
        plan.row = {
          ...plan.row,
          once_key: `outcome:returned:${destination_id}`,
          refused: returned.refused,
          delivery_id: returned.from?.public_id ?? plan.row.delivery_id,
          destination_id: destination_id ?? plan.row.destination_id,
        };
        plan.tallies = returned.tallies;
        // What was refused may be said again, with another reason.
        if (returned.refused !== null) {
          plan.row.once_key = null;
          break;
        }
      }
      const to = stageAfter(said.outcome, stands, policy.stages);
      if (to !== null) plan.stage = { from: stands, to };
      plan.detail.stage = to;
      break;
    }
    case "activity":
    case "reply":
      break;
  }
  plan.told = toldOutcome(callback, facts, plan.row);
  plan.row.detail_json = JSON.stringify(plan.detail);
  return plan;
}

function emptyPlan(
  { id, client_id, received_at, said, destination_id }: Callback,
  { lead, delivery }: CallbackFacts,
): CallbackPlan {
  const detail = detailOf(said);
  const when = said.kind === "activity" || said.kind === "outcome" ? said.happened_at : undefined;
  return {
    row: {
      lead_id: lead?.id ?? 0,
      client_id,
      id,
      kind: said.kind,
      once_key: lead === null ? null : onceKey(said),
      delivery_id: delivery?.public_id ?? null,
      destination_id: destination_id ?? delivery?.destination_id ?? null,
      detail_json: JSON.stringify(detail),
      refused: null,
      happened_at: readHappenedAt(when, received_at),
      received_at,
    },
    detail,
    lead,
    crmLeadId: null,
    stage: null,
    confirmed: null,
    unconfirmed: null,
    optOut: null,
    told: null,
    tallies: [],
    leaves: null,
    passedOnTo: null,
  };
}

/** Said before, and nothing has changed that it would change again: a person may have sent it once more since. */
function isOld({ said }: Callback, { wasSaid, delivery }: CallbackFacts): boolean {
  if (!wasSaid) return false;
  if (!("result" in said) || delivery === null) return true;
  return said.result === "done" ? delivery.status === "confirmed" : !isNews(delivery);
}

/** What was confirmed stays that, and what is not delivered has another try, or a dead letter that tells. */
const isNews = ({ status, unconfirmed_at }: CallbackDelivery) =>
  status === "delivered" && unconfirmed_at === null;

/** Whoever says that it ran has the lead, whatever became of our own try; whoever says that it failed took it, and made nothing of it. */
function settle(plan: CallbackPlan, delivery: CallbackDelivery, result: "done" | "failed"): void {
  if (result === "failed") {
    if (isNews(delivery)) plan.unconfirmed = delivery;
    return;
  }
  if (delivery.status === "confirmed") return;
  plan.confirmed = delivery;
  if (delivery.unconfirmed_at !== null) plan.detail.late = true;
}

function link(plan: CallbackPlan, crmLeadId: string | undefined): void {
  if (crmLeadId !== undefined && crmLeadId !== plan.lead?.crm_lead_id) plan.crmLeadId = crmLeadId;
}
