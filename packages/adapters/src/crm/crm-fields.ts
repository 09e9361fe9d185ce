import { mappedTexts } from "../lead/with-mapping.ts";
import type { SentDelivery } from "../adapter.ts";
import { cutText } from "../lead/cut-text.ts";
import type { CrmFact, CrmFacts } from "./crm-facts.ts";
import { ourFields } from "./our-fields.ts";

/** A CRM's own fields: the name of each, what of a lead stands there, and how many UTF-16 units it holds. */
export type CrmTable = readonly (readonly [name: string, fact: CrmFact, most: number])[];

/** Of these a part is another's: one that is too long is left out. */
const wholeOrNothing: ReadonlySet<CrmFact> = new Set(["email", "phone", "lead_id", "delivery_id"]);

/** What a CRM is told by its table. What is not known is left out, so that it overwrites nothing there. */
export const fieldsOf = (table: CrmTable, facts: CrmFacts): Record<string, string> =>
  Object.fromEntries(
    table.flatMap(([name, fact, most]): [string, string][] => {
      const value = facts[fact];
      if (value === null || (wholeOrNothing.has(fact) && value.length > most)) return [];
      return [[name, cutText(value, most)]];
    }),
  );

/** Settings by which fields that an owner made are filled. */
export interface OwnFieldSettings {
  /** Each `their_field=our_field`. */
  custom_fields?: readonly string[] | null | undefined;
  /** Where our id of the lead stands. */
  lead_id_field?: string | null | undefined;
}

/** What stands in the fields that the owner made, by settings and by a mapping; texts, those by settings of at most 500 characters. */
export function ownFields(
  { custom_fields, lead_id_field }: OwnFieldSettings,
  facts: CrmFacts,
  delivery: SentDelivery,
): Record<string, string> {
  const ours = ourFields(delivery);
  const asked = (custom_fields ?? []).map((pair) => pair.split("=", 2));
  const filled = asked.flatMap(([theirs = "", our = ""]): [string, string][] => {
    const value = ours.get(our);
    return value === undefined ? [] : [[theirs, value]];
  });
  return Object.fromEntries([
    ...filled,
    ...(lead_id_field && facts.lead_id !== null ? [[lead_id_field, facts.lead_id]] : []),
    ...mappedTexts(delivery),
  ]) as Record<string, string>;
}
