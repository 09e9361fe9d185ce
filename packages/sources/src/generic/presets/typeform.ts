import { fieldsOf, keyOf, listOf, membersOf, textOf } from "../../read-value.ts";
import { fits } from "../hmac.ts";
import type { Preset } from "../preset.ts";

/** Typeform: each answer stands under the name of its own type; what was asked, in `definition`. */
export const typeform: Preset = {
  name: "typeform",
  isSigned: ({ headers, body }, { secret }) => {
    const [, signature = ""] = /^sha256=(\S+)$/.exec(headers.get("typeform-signature") ?? "") ?? [];
    return fits(signature, "base64", secret, [body]);
  },
  split(value) {
    const response = membersOf(membersOf(value).get("form_response"));
    const key = keyOf(response.get("token"));
    if (key === null)
      return {
        kind: "unreadable",
        detail: "There is no form_response with a token: this is no response of Typeform's.",
      };
    const asked = new Map(
      listOf(membersOf(response.get("definition")).get("fields")).map((field) => {
        const read = membersOf(field);
        return [textOf(read.get("id")), textOf(read.get("title"))] as const;
      }),
    );
    const answers = listOf(response.get("answers")).flatMap((answer) => answered(answer, asked));
    const fields = fieldsOf([...answers, ...membersOf(response.get("hidden"))]);
    return { kind: "items", items: [{ key, fields }] };
  },
};

/** By what was asked; an e-mail address and a phone number by what they are, for titles are sentences. */
function answered(answer: unknown, asked: ReadonlyMap<string, string>): [name: string, value: unknown][] {
  const read = membersOf(answer);
  const type = textOf(read.get("type"));
  const field = membersOf(read.get("field"));
  const said = read.get(type);
  const chosen = membersOf(said);
  const value =
    type === "choice"
      ? (chosen.get("label") ?? chosen.get("other"))
      : type === "choices"
        ? listOf(chosen.get("labels")).join(", ")
        : said;
  const name = asked.get(textOf(field.get("id"))) || textOf(field.get("ref")) || textOf(field.get("id"));
  if (value === undefined || name === "") return [];
  const known = type === "email" ? "email" : type === "phone_number" ? "phone" : name;
  return [[known, value]];
}
