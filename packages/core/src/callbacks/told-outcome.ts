import type { Callback, CallbackFacts, LeadCallbackRow, ToldOutcome } from "./callback-plan.ts";

/**
 * What statistics count of a callback; null: nothing, because it tells of no outcome, was refused, or is about a test. At the destination that it names,
 * else whose CRM has the lead under the id that it goes by, else the only one that has it.
 */
export function toldOutcome(
  { said }: Callback,
  { lead, arrived, linkedBy }: Pick<CallbackFacts, "lead" | "arrived" | "linkedBy">,
  row: Pick<LeadCallbackRow, "refused" | "destination_id">,
): ToldOutcome | null {
  if (said.kind !== "outcome" || lead === null || lead.is_test || row.refused !== null) return null;
  const has = (id: string | undefined) => arrived.some(({ destination_id }) => destination_id === id);
  const named = has(said.destination_id) ? said.destination_id : undefined;
  const linked = said.lead.crm_lead_id === undefined ? null : linkedBy;
  const only = arrived.length === 1 ? arrived[0]?.destination_id : undefined;
  return { word: said.outcome, destination_id: row.destination_id ?? named ?? linked ?? only ?? null };
}
