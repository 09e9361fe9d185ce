import { knownFields, type KnownField } from "@leadrelay/contracts/submission-fields";

/** Names, in lower case, under which marketing forms send what we know. */
const aliases: Record<(typeof knownFields)[number], readonly string[]> = {
  name: ["name", "full_name", "fullname"],
  email: ["email", "e_mail", "email_address", "emailaddress", "e_mail_address"],
  phone: [
    "phone",
    "mobile",
    "phone_number",
    "phonenumber",
    "tel",
    "telephone",
    "telephone_number",
    "mobile_number",
    "mobilenumber",
    "mobile_phone",
    "phone_mobile",
  ],
  country_code: ["countrycode", "country_code"],
  project: ["project"],
  location: ["location"],
  team: ["team"],
  source: ["source"],
  keyword: ["keyword"],
  message: ["message", "user_message"],
  cta: ["cta", "__pg_cta"],
  page_url: ["page_url"],
  landing_page: ["landing_page"],
  referrer: ["referrer", "referer"],
  gclid: ["gclid"],
  gbraid: ["gbraid"],
  wbraid: ["wbraid"],
  msclkid: ["msclkid"],
  fbclid: ["fbclid"],
  ttclid: ["ttclid"],
  li_fat_id: ["li_fat_id"],
  meta_lead_id: ["meta_lead_id", "leadgen_id", "facebook_lead_id"],
  visitor_id: ["__visitor_id"],
  session_id: ["__session_id"],
  session_totals: ["__pg_session"],
  honeypot: ["__pg_hp", "__pg_website"],
  time_to_submit: ["__pg_tts"],
};

/** Names under which forms send a part of a name. */
const nameParts = {
  given: "first_name, firstname, fname, given_name, givenname, name[first]",
  middle: "middle_name, middlename, additional_name, name[middle]",
  family: "last_name, lastname, lname, surname, family_name, familyname, name[last]",
} as const;
export type NamePart = "whole" | keyof typeof nameParts;

const partByAlias: ReadonlyMap<string, NamePart> = new Map(
  Object.entries(nameParts).flatMap(([part, names]) =>
    names.split(", ").map((name): [string, NamePart] => [name, part as NamePart]),
  ),
);

/** Every built-in name of a field, in lower case, the parts of a name too: what docs/fields.md lists. */
export const aliasesOf = (field: (typeof knownFields)[number]): readonly string[] => [
  ...aliases[field],
  ...(field === "name" ? partByAlias.keys() : []),
];

/** Which part of a name a comparable name stands for that is known as `name`. */
export const namePartOf = (name: string): NamePart =>
  partByAlias.get(name) ?? partByAlias.get(aliasOf(name)) ?? "whole";

const fieldByAlias: ReadonlyMap<string, KnownField> = new Map([
  ...[...partByAlias.keys()].map((name): [string, KnownField] => [name, "name"]),
  ...Object.entries(aliases).flatMap(([field, names]) =>
    names.map((name): [string, KnownField] => [name, field as KnownField]),
  ),
]);

const known: ReadonlySet<string> = new Set(knownFields);

/** `utm_source` and its like; the rest of the name is kept short and plain because it becomes a key. */
const utmName = /^utm_[a-z0-9_]{1,40}$/;

export const isKnownField = (name: string): name is KnownField => known.has(name) || utmName.test(name);

/** ASCII without blanks and capitals: the usual name is what it is compared as. */
const asCompared = /^[!-@[-~]*$/;
/** Below these no character combines with another, and normalisation is spared. */
const mayCompose = /[\u0300-\uffff]/;

/**
 * As names are compared: without surrounding blanks and what cannot be seen, in any letter case, with letters that are composed, as macOS
 * does not type them, and not wide (NFKC).
 */
export function comparableName(name: string): string {
  if (asCompared.test(name)) return name;
  const plain = name.trim().toLowerCase();
  return mayCompose.test(plain)
    ? plain
        .normalize("NFKC")
        .replaceAll(/\p{Cf}/gu, "")
        .trim()
    : plain;
}

/**
 * Between the words of a name forms have a blank, a hyphen (as HTML's autocomplete has: `given-name`) or an underscore, or two. Behind
 * them a label has `:`, `*` or `?`, and a list of values brackets (`email[]`).
 */
const between = /[\s_-]+/g;
const behind = /(?:[\s:*?]|\(\*\)|\[\d*\])+$/;
const aliasOf = (name: string) =>
  /[\s:*?\]-]/.test(name) ? name.replace(behind, "").replaceAll(between, "_") : name;

/** The field a comparable name stands for by the built-in aliases, whatever stands between its words and behind them: `Phone Number *`. */
export function findAliasedField(name: string): KnownField | undefined {
  // No alias holds what `aliasOf` replaces: most names are looked up as they are.
  const field = fieldByAlias.get(name);
  if (field !== undefined) return field;
  if (name.startsWith("utm_") && utmName.test(name)) return name as KnownField;
  const alias = aliasOf(name);
  return alias === name ? undefined : fieldByAlias.get(alias);
}
