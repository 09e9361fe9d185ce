import type { CallbackDetail, ProvedSaid } from "./callback-plan.ts";
import { readLink } from "./read-link.ts";
import { readCurrency, readMoney } from "./read-money.ts";

const nothing: CallbackDetail = {
  word: null,
  text: null,
  by: null,
  crm_lead_id: null,
  url: null,
  value: null,
  currency: null,
  stage: null,
};

/** What is kept and shown of what was said. */
export function detailOf(said: ProvedSaid): CallbackDetail {
  switch (said.kind) {
    case "execution":
      return {
        ...nothing,
        word: said.status ?? null,
        text: said.result === "failed" ? (said.error ?? null) : null,
        ...(said.result === "failed" ? { failed: true as const } : {}),
        url: readLink(said.execution_url) ?? null,
        crm_lead_id: said.crm_lead_id ?? null,
      };
    case "link":
      return { ...nothing, crm_lead_id: said.crm_lead_id, url: readLink(said.crm_url) ?? null };
    case "activity":
      return { ...nothing, word: said.activity, text: said.text ?? null, by: said.by ?? null };
    case "outcome": {
      const value = readMoney(said.value) ?? null;
      return {
        ...nothing,
        word: said.outcome,
        text: said.reason ?? null,
        value,
        currency: value === null ? null : (readCurrency(said.currency) ?? null),
      };
    }
    case "reply":
      return { ...nothing, word: said.wish, text: said.text };
    case "sms_status":
      return {
        ...nothing,
        word: said.status,
        text: said.error,
        ...(said.result === "failed" ? { failed: true as const } : {}),
      };
  }
}
