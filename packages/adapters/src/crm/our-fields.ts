import { attributionNames } from "@leadrelay/contracts/attribution";
import type { SentDelivery } from "../adapter.ts";
import { oneLine } from "../lead/one-line.ts";
import { samplePayload } from "../make/sample-payload.ts";

/** Every name under which a destination's settings may ask for something of a lead: as a Make destination gets it. */
export const ourFieldNames: ReadonlySet<string> = new Set([
  ...Object.keys(samplePayload),
  ...attributionNames,
  ...attributionNames.map((name) => `first_${name}`),
]);

/** What is known of them, as texts of one line. */
export function ourFields({ event }: SentDelivery): ReadonlyMap<string, string> {
  const { first, latest } = event.attribution;
  const named: [string, unknown][] = [
    ...Object.entries(event.payload),
    ...Object.entries(latest ?? {}),
    ...Object.entries(first ?? {}).map(([name, value]): [string, unknown] => [`first_${name}`, value]),
  ];
  return new Map(
    named.flatMap(([name, value]): [string, string][] => {
      const text = typeof value === "string" || typeof value === "number" ? oneLine(String(value)) : "";
      return text === "" ? [] : [[name, text]];
    }),
  );
}
