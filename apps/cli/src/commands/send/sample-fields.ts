import { knownFields, type KnownField } from "@leadrelay/contracts/submission-fields";

/** What would have a submission taken for a bot's. */
const never: ReadonlySet<string> = new Set(["honeypot", "time_to_submit"]);

/** Of fields whose value must look like one; `hex`: eight digits of chance, so that no test is taken for the one before. */
const samples: Readonly<Partial<Record<KnownField, (hex: string) => string>>> = {
  name: () => "LeadRelay test",
  email: (hex) => `leadrelay-test-${hex}@example.com`,
  // Ofcom keeps these for plays: nobody has one of them.
  phone: (hex) => `+44 7700 900${String(Number.parseInt(hex, 16) % 1_000).padStart(3, "0")}`,
  country_code: () => "+44",
  page_url: () => "https://example.com/leadrelay-test",
  landing_page: () => "https://example.com/leadrelay-test",
  referrer: () => "https://example.org/leadrelay-test",
  visitor_id: (hex) => `leadrelay-test-${hex}`,
  session_id: (hex) => `leadrelay-test-${hex}`,
  session_totals: () => "d60000 s50 c3 p2 e9 r0",
};

const isKnown = (ours: string): ours is KnownField =>
  ours.startsWith("utm_") || knownFields.some((one) => one === ours);

/** A value for every field of ours that a form's mapping names, so that a test shows where each of them arrives. */
export function sampleFields(mapping: Readonly<Record<string, string>>, hex: string): Record<string, string> {
  const named = [...new Set(Object.values(mapping))].filter((ours) => !never.has(ours));
  return Object.fromEntries(
    named.map((ours) => [ours, (isKnown(ours) ? samples[ours]?.(hex) : undefined) ?? `test ${ours}`]),
  );
}
