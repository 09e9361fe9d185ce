import type { LeadPayload } from "@leadrelay/contracts/lead-payload";
import { packPayload } from "./pack-payload.ts";
import { readPayload } from "./read-payload.ts";
import type { StoredPayload } from "./stored-payload.ts";

/** The text that a payload of before `packPayload` takes now; its own where that would not give back every byte of it. */
export function compactPayload(event: StoredPayload): string {
  try {
    const payload = JSON.parse(event.payload_json) as LeadPayload;
    const packed = packPayload(payload, event);
    const read = readPayload({ ...event, payload_json: packed });
    return JSON.stringify(read) === JSON.stringify(payload) ? packed : event.payload_json;
  } catch {
    return event.payload_json;
  }
}
