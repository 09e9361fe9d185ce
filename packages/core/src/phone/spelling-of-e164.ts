import { formatPhone } from "./format-phone.ts";
import { phoneSpelling } from "./phone-identity.ts";

/** `+919999999999` in the one spelling under which numbers are compared; undefined of what is no number. */
export function spellingOfE164(e164: string): string | undefined {
  const read = formatPhone(e164, {});
  return read.ok ? phoneSpelling(read.formatted) : undefined;
}
