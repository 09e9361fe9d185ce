import { defineSettings } from "@leadrelay/adapters/settings/define-settings";
import { optional, text } from "@leadrelay/adapters/settings/fields";
import type { SettingsOf } from "@leadrelay/adapters/settings/setting-field";
import { problemOf } from "../answers/problem-of.ts";
import { textAnswer } from "../answers/source-answer.ts";
import type { SourceDoor, Split } from "../door.ts";
import { fieldsOf, keyOf, membersOf, textOf } from "../read-value.ts";

const usualAnswer = "SUCCESS";

const fields = {
  answer: {
    ...optional(
      text({
        label: "Answer",
        help: "the word that JustDial waits for, where your account was told another one",
        example: usualAnswer,
        most: 40,
      }),
    ),
    usual: usualAnswer,
  },
};
type JustdialSettings = SettingsOf<typeof fields>;

/** JustDial's own names that stand for what forms call otherwise. */
const renamed: Readonly<Record<string, string>> = {
  city: "location",
  dncmobile: "dnc_mobile",
  dncphone: "dnc_phone",
};
/** Told whole in `name` and `phone`. */
const merged: ReadonlySet<string> = new Set(["prefix", "name", "mobile", "phone"]);

/** JustDial: by account as a query, a form or JSON, at a private address; it waits for a word. */
export const justdial: SourceDoor<JustdialSettings> = {
  ...defineSettings("justdial", fields),
  kind: "justdial",
  methods: ["GET", "POST"],
  foundBy: "address",
  keyNames: "lead",
  makes: {},
  verify: async () => ({ ok: true, key: null, isProven: false }),
  split,
  answer(outcome, settings) {
    const problem = problemOf(outcome);
    return problem === undefined
      ? textAnswer(200, settings.answer ?? usualAnswer)
      : textAnswer(problem.status, problem.detail);
  },
};

function split(value: unknown): Split {
  const lead = new Map([...membersOf(value)].map(([name, each]) => [name.toLowerCase(), each]));
  const key = keyOf(lead.get("leadid"));
  if (key === null) return { kind: "unreadable", detail: "There is no leadid: this door is for JustDial." };
  const told = (name: string) => textOf(lead.get(name));
  const others = [...lead]
    .filter(([name]) => !merged.has(name))
    .map(([name, each]): [string, unknown] => [
      Object.hasOwn(renamed, name) ? (renamed[name] ?? name) : name,
      each,
    ]);
  const fields = fieldsOf([
    ["source", "JustDial"],
    ["name", [told("prefix"), told("name")].filter((part) => part !== "").join(" ") || undefined],
    ["phone", told("mobile") || told("phone") || undefined],
    // Of both, what was not taken for the phone is kept.
    ["landline", told("mobile") === "" ? undefined : told("phone") || undefined],
    ...others,
  ]);
  return { kind: "items", items: [{ key, fields }] };
}
