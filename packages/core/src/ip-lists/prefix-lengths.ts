import type { Address } from "./parse-address.ts";

const range = (narrowest: number, widest: number, step: number) =>
  Array.from({ length: (narrowest - widest) / step + 1 }, (_, index) => narrowest - index * step);

const prefixLengths = {
  ipv4: range(32, 8, 1),
  ipv6: [128, ...range(64, 16, 4)],
} as const;

/**
 * The network sizes a list may hold, narrowest first. Few enough that every network around an address can be
 * looked up by primary key, instead of scanning a client's list.
 */
export const prefixLengthsOf = (address: Address): readonly number[] => prefixLengths[address.kind()];

/** For people. */
export const supportedLengths = {
  ipv4: "/8 to /32",
  ipv6: "/16 to /64 in steps of 4, or /128",
} as const;
