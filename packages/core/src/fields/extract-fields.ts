import type { KnownField, SubmissionFields } from "@leadrelay/contracts/submission-fields";
import { comparableName, findAliasedField } from "./aliases.ts";
import { chooseValue, isBlank, isFilledIn, mostValues } from "./choose-value.ts";
import { comparablePath } from "./comparable-path.ts";
import { isPhone } from "./contact.ts";
import type { FieldMapping } from "./field-mapping.ts";
import { joinName } from "./join-name.ts";
import { namePieces, type GivenName } from "./name-pieces.ts";
import { plainCharacters } from "./plain-characters.ts";
import { readName } from "./read-name.ts";
import { swapReach } from "./swap-reach.ts";
import { withNested } from "./with-nested.ts";

/** One field of a body as it came, in the body's order; a repeated name is several entries. */
export type BodyEntry = readonly [name: string, value: unknown];

/** What a body says in the fields that we know. */
export interface ExtractedFields {
  fields: SubmissionFields;
  /** Further values for a phone number, in the order in which they count: which can be dialled only the consumer can tell. */
  otherPhones: string[];
}

/**
 * The fields we know by name, trimmed and without HTML's references. Of several values of one field, in a list too, the first that can be
 * used counts: one that reads as an e-mail address before one that does not; where none can, the first as typed. An address given for a
 * number, or a number for an address, counts behind those in their own place. What the form's own mapping names, nested values
 * too, comes before what the built-in aliases name; where it was filled in for an e-mail address or a phone, with whatever, a mere alias
 * says nothing: a plug-in's hidden `email` is its owner's. A name's parts are joined.
 */
export function extractFields(entries: readonly BodyEntry[], mapping: FieldMapping): ExtractedFields {
  const fields: SubmissionFields = {};
  const names: GivenName[] = [];
  const texts = new Map<KnownField, string[]>();
  for (const { field, name, text } of givenIn(entries, mapping)) {
    const earlier = texts.get(field);
    if (field === "name") names.push({ field: name, text });
    else if (earlier === undefined) texts.set(field, [text]);
    else earlier.push(text);
  }
  swapReach(texts);
  for (const [field, given] of texts) {
    const taken = chooseValue(field, given);
    if (taken !== undefined) fields[field] = taken;
  }
  const name = joinName(namePieces(names, mapping));
  if (name !== undefined) fields.name = name;
  return { fields, otherPhones: otherPhones(texts.get("phone") ?? [], fields.phone) };
}

function otherPhones(texts: readonly string[], taken: string | undefined): string[] {
  if (texts.length < 2) return [];
  const others = texts
    .filter((text) => text.length <= longestPhone)
    .slice(0, mostValues)
    .filter((text) => isPhone(text) && text !== taken);
  return [...new Set(others)].slice(0, mostOtherPhones);
}

const mostOtherPhones = 4;
/** Nothing longer is read as a number. */
const longestPhone = 250;

/** A field that we know, as a body gave it. */
export interface Given {
  field: KnownField;
  /** As names are compared. */
  name: string;
  text: string;
}

/** What is given of the fields that we know, without words for nothing. */
export const givenFields = (entries: readonly BodyEntry[], mapping: FieldMapping): Given[] =>
  givenIn(entries, mapping).filter(({ field, text }) =>
    field === "name" ? readName(text) !== undefined : !isBlank(field, text),
  );

/** What is known by name and not blank, in the order in which it counts: what the form's own mapping names, nested values too, first. */
function givenIn(entries: readonly BodyEntry[], mapping: FieldMapping): Given[] {
  const given: Given[] = [];
  if (mapping.size === 0) {
    take(given, entries, findAliasedField, asIs);
    return given;
  }
  take(
    given,
    withNested(entries, [...mapping.keys()]),
    (name) => mapping.get(comparablePath(name)),
    comparablePath,
  );
  const own = new Set<KnownField>(
    given.flatMap(({ field, text }) => (isReach(field) && isFilledIn(field, text) ? [field] : [])),
  );
  take(
    given,
    entries,
    (name) => {
      const field = mapping.has(comparablePath(name)) ? undefined : findAliasedField(name);
      return field !== undefined && own.has(field) ? undefined : field;
    },
    asIs,
  );
  return given;
}

const asIs = (name: string) => name;

const isReach = (field: KnownField) => field === "email" || field === "phone";

function take(
  given: Given[],
  entries: readonly BodyEntry[],
  fieldOf: (name: string) => KnownField | undefined,
  nameOf: (name: string) => string,
): void {
  for (const [name, value] of entries) {
    const comparable = comparableName(name);
    const field = fieldOf(comparable);
    if (field === undefined) continue;
    // A list of texts is a field that was given several times.
    if (Array.isArray(value)) for (const each of value.slice(0, mostValues)) give(field, comparable, each);
    else give(field, comparable, value);
  }

  function give(field: KnownField, comparable: string, value: unknown): void {
    const text = plainCharacters(textOf(value));
    if (text !== "") given.push({ field, name: nameOf(comparable), text });
  }
}

/** Only text, numbers and booleans are texts; what is nested stays in the payload. */
export function textOf(value: unknown): string {
  if (typeof value === "string") return value.trim();
  return typeof value === "number" || typeof value === "boolean" ? String(value) : "";
}
