import type { Attribution } from "@leadrelay/contracts/attribution";
import { maskUrl } from "./mask-url.ts";

const addresses: ReadonlySet<string> = new Set(["landing_page", "referrer"]);

/** An attribution as it is, or with addresses without their query, and nothing in it that may be an e-mail address. */
export function attributionAs(masked: boolean, attribution: Attribution | null): Attribution | null {
  if (attribution === null || !masked) return attribution;
  return Object.fromEntries(
    Object.entries(attribution).map(([name, value]) => [name, value === null ? null : mask(name, value)]),
  ) as Attribution;
}

/** Newsletters write into a campaign whom they went to. */
function mask(name: string, value: string): string {
  const shown = addresses.has(name) ? maskUrl(value) : value;
  return /\S@\S/.test(shown) ? "•••" : shown;
}
