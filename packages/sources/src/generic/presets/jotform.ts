import { fieldsOf, keyOf, membersOf, textOf } from "../../read-value.ts";
import type { Preset } from "../preset.ts";

/** Jotform: a multipart form of which one field, `rawRequest`, is JSON; in it `q3_name` and the like, some of them in parts. */
export const jotform: Preset = {
  name: "jotform",
  split(value) {
    const body = membersOf(value);
    const raw = readJson(textOf(body.get("rawRequest")));
    const key = keyOf(body.get("submissionID"));
    if (raw === undefined || key === null)
      return {
        kind: "unreadable",
        detail: "There is no rawRequest with JSON and no submissionID: this is no submission of Jotform's.",
      };
    const asked = [...membersOf(raw)].flatMap(([name, answer]) =>
      /^q\d+_/.test(name) ? answered(name.replace(/^q\d+_/, ""), answer) : [],
    );
    const fields = fieldsOf([...asked, ["jotform_form_id", textOf(body.get("formID")) || undefined]]);
    return { kind: "items", items: [{ key, fields }] };
  },
};

function answered(name: string, answer: unknown): [name: string, value: unknown][] {
  const parts = membersOf(answer);
  const said = (part: string) => textOf(parts.get(part));
  if (parts.has("full")) return [[/phone/i.test(name) ? "phone" : name, said("full")]];
  if (parts.has("phone")) return [["phone", [said("area"), said("phone")].filter(Boolean).join(" ")]];
  if (parts.has("first") || parts.has("last"))
    return [["name", ["prefix", "first", "middle", "last", "suffix"].map(said).filter(Boolean).join(" ")]];
  return [
    [/^phone(number)?\d*$/i.test(name) ? "phone" : /^e-?mail\d*$/i.test(name) ? "email" : name, answer],
  ];
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
