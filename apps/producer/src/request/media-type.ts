export interface MediaType {
  /** Lower case, such as `multipart/form-data`. */
  type: string;
  /** By lower-case name. */
  parameters: ReadonlyMap<string, string>;
}

const essence = /^\s*([a-z0-9!#$&^_.+-]+\/[a-z0-9!#$&^_.+-]+)\s*(?:;|$)/i;
const parameter = /;\s*([a-z0-9!#$&^_.+*-]+)\s*=\s*("(?:[^"\\]|\\.)*"|[^;]*)/gi;

/** Reads a Content-Type header; undefined when it is not one. */
export function parseMediaType(header: string): MediaType | undefined {
  const type = essence.exec(header)?.[1]?.toLowerCase();
  if (type === undefined) return undefined;
  const parameters = new Map<string, string>();
  for (const [, name = "", value = ""] of header.matchAll(parameter)) {
    const plain = value.startsWith('"') ? value.slice(1, -1).replaceAll(/\\(.)/g, "$1") : value.trim();
    if (!parameters.has(name.toLowerCase())) parameters.set(name.toLowerCase(), plain);
  }
  return { type, parameters };
}

/** `application/json`, `text/json` and every `+json`. */
export const isJsonType = (type: string) =>
  type === "application/json" || type === "text/json" || type.endsWith("+json");
