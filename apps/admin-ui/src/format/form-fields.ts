import type { SnippetField } from "./form-snippet.ts";

/** What a page fills in by itself, and no visitor. */
const isTold =
  /^(utm_|visitor_id$|session_id$|session_totals$|time_to_submit$|page_url$|landing_page$|referrer$|cta$|source$|team$|keyword$|gclid$|gbraid$|wbraid$|msclkid$|fbclid$|ttclid$|li_fat_id$|meta_lead_id$)/;

const usual = ["name", "email", "phone", "message"] as const;

const looks: Readonly<Record<string, Pick<SnippetField, "kind" | "autocomplete">>> = {
  name: { kind: "text", autocomplete: "name" },
  email: { kind: "email", autocomplete: "email" },
  phone: { kind: "tel", autocomplete: "tel" },
  message: { kind: "textarea" },
};

/** A form's own fields → what they are to us. */
type Mapping = Readonly<Record<string, string>>;

/**
 * A form's fields as a page would have them: those of its own mapping, then what that does not name of name, e-mail, phone and message.
 * @param labels what people call the fields of ours
 */
export function fieldsOfMapping(mapping: Mapping, labels: Readonly<Record<string, string>>): SnippetField[] {
  const own = Object.entries(mapping).filter(([, ours]) => ours !== "honeypot");
  const missing = usual.filter((ours) => !own.some(([, named]) => named === ours));
  const all = [...own, ...missing.map((ours): [string, string] => [ours, ours])];
  return all.map(([name, ours], index) => {
    const isFirst = all.findIndex(([, other]) => other === ours) === index;
    const look = isTold.test(ours) ? { kind: "hidden" as const } : (looks[ours] ?? { kind: "text" as const });
    return {
      name,
      label: (isFirst ? labels[ours] : undefined) ?? name,
      isRequired: false,
      options: [],
      ...look,
    };
  });
}

/** The name that a form's field for bots has: its own, or the one that is known everywhere. */
export const honeypotOf = (mapping: Mapping): string =>
  Object.entries(mapping).find(([, ours]) => ours === "honeypot")?.[0] ?? "__pg_website";

/** Where a form posts to; null where nobody says where the intake is. */
export const actionOf = (intake: string | null, path: string): string =>
  `${intake ?? "https://THE-INTAKE"}${path}`;
