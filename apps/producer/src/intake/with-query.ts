import { comparableName, namePartOf } from "@leadrelay/core/fields/aliases";
import { givenFields, type BodyEntry, type Given } from "@leadrelay/core/fields/extract-fields";
import type { FieldMapping } from "@leadrelay/core/fields/field-mapping";
import type { Refusal } from "../refusal.ts";
import { fieldDataLimitBytes, fieldLimit } from "./body/body-limits.ts";
import { utf8Length } from "./body/encode-utf8.ts";
import { parseUrlencoded } from "./body/parse-urlencoded.ts";
import { emptyBody, type ParsedBody } from "./body/parsed-body.ts";

const nothing: ParsedBody = { kind: "parsed", entries: [], dataBytes: 0, notes: [] };

/**
 * The submission with the fields of its address, as an action such as `/f/key?project=Lakeside` has them. The body says
 * what it says: a field that it names, or fills in under another name, is never the address's; of a name its other parts are. They come behind the
 * body's own and within its limits; what does not fit is left out with a note, because it is no reason to lose a lead.
 */
export function withQuery(
  body: ParsedBody | Refusal,
  url: string,
  mapping: FieldMapping,
): ParsedBody | Refusal {
  const queryAt = url.indexOf("?");
  if (queryAt === -1) return body;
  const own = body === emptyBody ? nothing : body;
  if (own.kind === "refused") return body;
  const query = parseUrlencoded(url.slice(queryAt + 1), { encodedBytes: url.length });
  if (query.kind === "refused")
    return query === emptyBody ? body : { ...own, notes: [...own.notes, tooMuch] };
  const entries = query.entries.map(([name, value]): BodyEntry => [name.replace(doubleEscaped, ""), value]);
  return added(own, unnamed(entries, own.entries, mapping), query.notes);
}

/** What is left of `&amp;` where a page's author escaped the action twice. */
const doubleEscaped = /^(?:amp;)+/;

const tooMuch = "the address held more fields than fit: some were left out";

function unnamed(entries: readonly BodyEntry[], own: readonly BodyEntry[], mapping: FieldMapping) {
  const names = new Set(own.map(([name]) => comparableName(name)));
  const given = givenFields(own, mapping);
  const isGiven = (theirs: Given) => given.some((ours) => excludes(ours, theirs, mapping));
  return entries.filter(
    (entry) => !names.has(comparableName(entry[0])) && !givenFields([entry], mapping).some(isGiven),
  );
}

/** Whether a field that the body gives leaves none to the address: the same, but of a name its other parts. */
function excludes(ours: Given, theirs: Given, mapping: FieldMapping): boolean {
  if (ours.field !== theirs.field) return false;
  if (ours.field !== "name" || ours.name === theirs.name) return true;
  if (mapping.has(theirs.name)) return !mapping.has(ours.name);
  const part = namePartOf(theirs.name);
  return part === "whole" || (!mapping.has(ours.name) && part === namePartOf(ours.name));
}

function added(own: ParsedBody, entries: readonly BodyEntry[], notes: readonly string[]): ParsedBody {
  const all = [...own.entries];
  let { dataBytes } = own;
  for (const [name, value] of entries) {
    const bytes = utf8Length(name) + utf8Length(String(value));
    if (all.length === fieldLimit || dataBytes + bytes > fieldDataLimitBytes)
      return { ...own, entries: all, dataBytes, notes: [...own.notes, ...notes, tooMuch] };
    all.push([name, value]);
    dataBytes += bytes;
  }
  return { ...own, entries: all, dataBytes, notes: [...own.notes, ...notes] };
}
