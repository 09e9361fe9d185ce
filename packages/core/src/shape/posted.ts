import type { FieldMapping } from "../fields/field-mapping.ts";
import { messageIn } from "./message-in.ts";

/** What a delivery may need of its submission besides its event. */
export interface Posted {
  /** The whole parsed body as JSON. */
  payload_json: string;
  /** What the person wrote; null: nothing. */
  message: string | null;
}

/** A stored body, read as its form names its fields. */
export const postedBy = (payload_json: string, mapping: FieldMapping): Posted => ({
  payload_json,
  message: messageIn(payload_json, mapping),
});
