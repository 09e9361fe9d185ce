import * as z from "zod/mini";
import { choice, list, optional } from "../../settings/fields.ts";
import type { SettingField, SettingsOf } from "../../settings/setting-field.ts";
import { isPath } from "./value-at.ts";

const most = 20;

const path = (label: string, help: string, example: string) =>
  optional<z.ZodMiniString>({
    type: "text",
    label,
    help,
    example,
    isSecret: false,
    isOptional: false,
    schema: z
      .string("should be a path such as data.result")
      .check(z.maxLength(200, "should be a path of at most 200 characters"))
      .check(z.refine(isPath, "should be a path such as data.result or errors[0].code")),
  } satisfies SettingField<z.ZodMiniString>);

const words = (label: string, help: string, example: string[]) =>
  optional(list({ label, help, example, most }));

/** What a receiver's answers mean beyond their status: buyers of leads answer 200 and refuse. */
export const ruleFields = {
  answer_at: path(
    "Where the answer says it",
    "where in the JSON answer a word tells what became of the lead; without it the words are looked for anywhere in the answer",
    "result",
  ),
  accepted_when: words(
    "Words for accepted",
    "which of its words mean that it has the lead; where they are set, any other answer means refused unless `otherwise_means` says else",
    ["accepted", "ok"],
  ),
  refused_when: words("Words for refused", "which of its words mean that it does not want the lead", [
    "rejected",
  ]),
  duplicate_when: words("Words for a duplicate", "which of its words mean that it had this person before", [
    "duplicate",
  ]),
  retry_when: words("Words for later", "which of its words mean that it should be asked again", ["busy"]),
  otherwise_means: optional(
    choice({
      label: "What another answer means",
      help: "what a 2xx of none of these words means",
      choices: ["accepted", "refused", "retry"],
      example: "accepted",
    }),
  ),
  reason_at: path("Where the reason stands", "where in the JSON answer it says why", "message"),
  reference_at: path(
    "Where its own id stands",
    "where in the JSON answer it gives the lead an id of its own",
    "lead_id",
  ),
};

export type RuleSettings = SettingsOf<typeof ruleFields>;

/** Whether they say of a 2xx what it means. */
export const readsAnswers = (rules: RuleSettings): boolean =>
  [rules.accepted_when, rules.refused_when, rules.duplicate_when, rules.retry_when].some(
    (words) => words != null && words.length > 0,
  );
