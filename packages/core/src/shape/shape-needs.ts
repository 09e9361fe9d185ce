import type { Condition } from "./condition.ts";
import { formPrefix } from "./lead-names.ts";
import type { ReadShape } from "./read-shape.ts";

/** Whether a mapping asks for what only the submission has: the form's own fields, or its message. */
export const mappingNeedsForm = ({ mapping }: ReadShape): boolean =>
  (mapping?.rows ?? []).some(({ from }) => {
    if ("field" in from) return isOfForm(from.field);
    return (
      "template" in from && from.template.names.some(([name = ""]) => name === "fields" || name === "message")
    );
  });

const isOfForm = (field: string) => field === "message" || field.startsWith(formPrefix);

/** The form's own fields that a shape asks for, each once: `fields.budget`. */
export function formFieldsOf({ condition, mapping }: ReadShape): string[] {
  const mapped = (mapping?.rows ?? []).flatMap(({ from }) => {
    if ("field" in from) return [from.field];
    return "template" in from ? from.template.names.map((path) => path.join(".")) : [];
  });
  const asked = condition === null ? [] : fieldsOf(condition);
  return [...new Set([...asked, ...mapped])].filter((field) => field.startsWith(formPrefix));
}

function fieldsOf(condition: Condition): string[] {
  if ("field" in condition) return [condition.field];
  const parts = "all" in condition ? condition.all : "any" in condition ? condition.any : condition.none;
  return parts.flatMap(fieldsOf);
}
