import { reasonOf } from "@leadrelay/contracts/reason-of";
import { formFields } from "@leadrelay/core/shape/form-fields";
import { judgeFilter, type Judged } from "@leadrelay/core/shape/judge-filter";
import { formPrefix } from "@leadrelay/core/shape/lead-names";
import { leadValues } from "@leadrelay/core/shape/lead-values";
import { mapLead, type MappedLead } from "@leadrelay/core/shape/map-lead";
import type { ReadShape } from "@leadrelay/core/shape/read-shape";
import { formFieldsOf } from "@leadrelay/core/shape/shape-needs";
import { nearestNames } from "@leadrelay/core/wording/nearest-names";
import { refuse } from "./require-shape.ts";
import type { TriedLead } from "./told-leads.ts";

/** What becomes of a lead by a shape. Throws where its mapping breaks at it. */
export function tryShape(
  { condition, mapping }: ReadShape,
  lead: TriedLead,
): { judged: Judged; mapped: MappedLead | undefined } {
  const values = leadValues(lead);
  return {
    judged: condition === null ? { passes: true } : judgeFilter(condition, values),
    mapped: mapping === null ? undefined : mapLead(mapping, values, lead.event.created_at),
  };
}

/**
 * Tries a shape by leads before it is saved. Throws the 422 where its mapping breaks at one; says which of the form's fields none of them has,
 * and how many would pass its filter.
 * @param last the client's, newest first
 */
export function tryOnLeads(shape: ReadShape, sample: TriedLead, last: readonly TriedLead[]): string[] {
  const tried = [sample, ...last].map((lead) => {
    try {
      return tryShape(shape, lead);
    } catch (error) {
      const which = lead.id === null ? "the sample lead" : `lead ${lead.id}`;
      return refuse([{ field: "mapping", detail: `breaks at ${which}: ${reasonOf(error)}` }]);
    }
  });
  if (last.length === 0) return [];
  const passed = tried.slice(1).filter(({ judged }) => judged.passes).length;
  return [
    ...(shape.condition === null
      ? []
      : [`Of the last ${last.length} leads ${passed} would pass the filter.`]),
    ...unseenFields(shape, last),
  ];
}

function unseenFields(shape: ReadShape, last: readonly TriedLead[]): string[] {
  const forms = last.map(({ payload_json }) => formFields(payload_json));
  const seen = [...new Set(forms.flatMap((fields) => [...fields.keys()]))];
  const values = last.map((lead) => leadValues(lead));
  return formFieldsOf(shape)
    .filter((field) => values.every((lead) => lead.of(field) === null))
    .map((field) => {
      const near = nearestNames(field.slice(formPrefix.length), seen).map((name) => `${formPrefix}${name}`);
      const hint = near.length === 0 ? "" : ` Did you mean ${near.join(" or ")}?`;
      return `None of the last ${last.length} leads has ${field}.${hint}`;
    });
}
