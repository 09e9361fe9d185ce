export interface MediaType {
  /** Lower case, such as `multipart/form-data`. */
  type: string;
  /** By lower-case name. */
  parameters: ReadonlyMap<string, string>;
}

const essence = /^\s*([a-z0-9!#$&^_.+-]+\/[a-z0-9!#$&^_.+-]+)\s*(?:;|$)/i;
/** An unclosed quotation goes on to the end, so that nothing is tried twice. */
const parameter = /;\s*([a-z0-9!#$&^_.+*-]+)\s*=\s*("(?:[^"\\]|\\[^])*"?|[^;]*)/gi;

/** Reads a Content-Type header; undefined when it is not one. */
export function parseMediaType(header: string): MediaType | undefined {
  const type = essence.exec(header)?.[1]?.toLowerCase();
  if (type === undefined) return undefined;
  return { type, parameters: parseParameters(header) };
}

/** What stands behind the semicolons of a header's value, by lower-case name; of several the first counts. */
export function parseParameters(header: string): ReadonlyMap<string, string> {
  const parameters = new Map<string, string>();
  for (const [, name = "", value = ""] of header.matchAll(parameter))
    if (!parameters.has(name.toLowerCase())) parameters.set(name.toLowerCase(), plainValue(value));
  return parameters;
}

/** Single quotes are none in HTTP; scripts that write headers by hand take them for some. */
const plainValue = (value: string) =>
  value.startsWith('"')
    ? value.replaceAll(/^"|"$/g, "").replaceAll(/\\([^])/g, "$1")
    : value.trim().replace(/^'([^']*)'$/, "$1");

/** `application/json`, `text/json` and every `+json`. */
export const isJsonType = (type: string) =>
  type === "application/json" || type === "text/json" || type.endsWith("+json");
