import type { LeadPayload } from "@leadrelay/contracts/lead-payload";

/** A person as CRMs file them; null is what is not known. */
export interface ContactParts {
  first_name: string | null;
  /** The last word of a name of several; null where there is only one. */
  last_name: string | null;
  email: string | null;
  /** As `+919999999999`; as typed where it could not be read as a number. */
  phone: string | null;
}

/** The payload's person, its name in two parts and its number without our dash. */
export function contactParts({
  first_name,
  email,
  phone_mobile,
}: Pick<LeadPayload, "first_name" | "email" | "phone_mobile">): ContactParts {
  const words = (first_name ?? "").trim().split(/\s+/).filter(Boolean);
  const last = words.length > 1 ? words.at(-1) : undefined;
  return {
    first_name: words.length === 0 ? null : (last === undefined ? words : words.slice(0, -1)).join(" "),
    last_name: last ?? null,
    email: email ?? null,
    phone: phone_mobile === null ? null : (e164Of(phone_mobile) ?? phone_mobile),
  };
}

/** `+919999999999` of `+91-9999999999 x12`; undefined of what is no number that we formatted, or longer than E.164 allows. */
export function e164Of(phone: string): string | undefined {
  const [, code = "", number = ""] = /^\+(\d{1,3})-(\d{4,14})(?: x\d+)?$/.exec(phone) ?? [];
  return code === "" || code.length + number.length > 15 ? undefined : `+${code}${number}`;
}
