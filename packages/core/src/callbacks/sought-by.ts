import type { CallbackSought, ProvedSaid } from "./callback-plan.ts";

/** By what its lead is looked for. */
export function soughtBy(said: ProvedSaid): CallbackSought {
  if (said.kind === "execution") return { delivery_id: said.delivery_id };
  if (said.kind === "reply") return said.phone === null ? {} : { phone: said.phone };
  return said.lead;
}

/** What is taken once of a lead, however often it is said; null: as often as it is. */
export function onceKey(said: ProvedSaid): string | null {
  switch (said.kind) {
    case "execution":
      return `execution:${said.delivery_id}:${said.result}`;
    case "activity":
      return said.activity_id === undefined ? null : `activity:${said.activity_id}`;
    case "outcome":
      return `outcome:${said.outcome}`;
    case "reply":
      return said.sid === "" ? null : `reply:${said.sid}`;
    case "sms_status":
      return `sms:${said.sid}:${said.result}`;
    case "link":
      return null;
  }
}
