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
