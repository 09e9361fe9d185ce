import type { Attribution } from "@leadrelay/contracts/attribution";
import type { Contact } from "./mask-contact.ts";
import { maskId } from "./mask-id.ts";
import { maskUrl } from "./mask-url.ts";
import { maskText } from "./mask-text.ts";

const addresses: ReadonlySet<string> = new Set(["landing_page", "referrer"]);

/**
 * An attribution as it is, or with addresses as pages are masked, and no campaign value that may be a contact or is the person's name:
 * newsletters write into a campaign whom they went to. The ids of clicks are long numbers of the ad platforms, and stay unless they say who it is.
 */
export function attributionAs(
  masked: boolean,
  attribution: Attribution | null,
  contact?: Contact,
): Attribution | null {
  if (attribution === null || !masked) return attribution;
  return Object.fromEntries(
    Object.entries(attribution).map(([name, value]) => [
      name,
      value === null ? null : mask(name, value, contact),
    ]),
  ) as Attribution;
}

function mask(name: string, value: string, contact: Contact | undefined): string {
  if (addresses.has(name)) return maskUrl(value);
  if (name.startsWith("utm_")) return maskText(value, contact);
  return maskId(value, contact);
}
