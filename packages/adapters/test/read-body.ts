import type { OutgoingRequest } from "../src/adapter.ts";

/** A body as its receiver reads it: of a form an object, a list where a name comes twice. */
export function readBody({ headers, body }: OutgoingRequest): unknown {
  const type = new Headers(headers).get("content-type") ?? "";
  if (!type.startsWith("application/x-www-form-urlencoded")) return JSON.parse(body ?? "null");
  const read = new URLSearchParams(body ?? "");
  const names = [...new Set(read.keys())];
  return Object.fromEntries(
    names.map((name) => {
      const values = read.getAll(name);
      return [name, values.length === 1 ? values[0] : values];
    }),
  );
}
