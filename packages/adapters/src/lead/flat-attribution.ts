import { attributionNames, type LeadAttribution } from "@leadrelay/contracts/attribution";

/** Flat as the rest: this submission's under its names, the lead's first behind `first_`; every name, `null` where nobody told. */
export const flatAttribution = ({ first, latest }: LeadAttribution): Record<string, string | null> =>
  Object.fromEntries([
    ...attributionNames.map((name) => [name, latest?.[name] ?? null]),
    ...attributionNames.map((name) => [`first_${name}`, first?.[name] ?? null]),
  ]) as Record<string, string | null>;
