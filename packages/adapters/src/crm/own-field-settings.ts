import * as z from "zod/mini";
import { list, optional } from "../settings/fields.ts";
import type { SettingField } from "../settings/setting-field.ts";
import { ourFieldNames } from "./our-fields.ts";

/** How a CRM calls fields in its API. */
interface FieldNames {
  /** Of all that are names. */
  pattern: RegExp;
  /** In words, as `should be …` goes on. */
  said: string;
  /** Two of an owner's. */
  examples: readonly [string, string];
}

const mostFields = 30;

/** Settings for the fields that an owner made in a CRM. */
export function ownFieldSettings({ pattern, said, examples }: FieldNames) {
  const [lead_id_example, example] = examples;
  const wrong = `should hold pairs such as ${example}=project_name: ${said}, then a field of ours as in docs/payload.md`;
  const isPair = (text: string) => {
    const [theirs = "", ours = "", ...more] = text.split("=");
    return pattern.test(theirs) && ourFieldNames.has(ours) && more.length === 0;
  };
  return {
    lead_id_field: optional(nameField(pattern, said, lead_id_example)),
    custom_fields: optional(
      list({
        label: "Your own fields",
        help: `fields that you made there, each as \`theirs=ours\` with a field of ours as in docs/payload.md: \`${example}=project_name\``,
        example: [`${example}=project_name`],
        most: mostFields,
        each: z.string(wrong).check(z.maxLength(200, wrong), z.refine(isPair, wrong)),
      }),
    ),
  };
}

function nameField(pattern: RegExp, said: string, example: string): SettingField<z.ZodMiniString> {
  return {
    type: "text",
    label: "Field for our id",
    help: "the field that you made there for our id of the lead, by which you find one here and there",
    example,
    isSecret: false,
    isOptional: false,
    schema: z.string(`should be ${said}`).check(z.regex(pattern, `should be ${said}`)),
  };
}
