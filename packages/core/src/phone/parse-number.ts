import { parsePhoneNumber, type PhoneNumber } from "libphonenumber-js/min";
import type { PhoneRegion } from "./read-region.ts";

/** libphonenumber's reading; undefined where it has none. */
export function parseNumber(text: string, region?: PhoneRegion): PhoneNumber | undefined {
  try {
    return parsePhoneNumber(text, region);
  } catch {
    return undefined;
  }
}
