import type { BodyEntry } from "@leadrelay/core/fields/extract-fields";

/** The whole parsed body as `payload_json` keeps it: a repeated name holds all its values. No name can reach a prototype. */
export function payloadOf(entries: readonly BodyEntry[]): Record<string, unknown> {
  const payload = Object.create(null) as Record<string, unknown>;
  const repeated = new Set<string>();
  for (const [name, value] of entries) {
    if (!(name in payload)) payload[name] = value;
    else if (repeated.has(name)) (payload[name] as unknown[]).push(value);
    else {
      payload[name] = [payload[name], value];
      repeated.add(name);
    }
  }
  return payload;
}
