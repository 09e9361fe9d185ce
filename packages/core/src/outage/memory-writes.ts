import type { Identity } from "../identity/identity.ts";
import type { Remembered } from "./sent-persons.ts";

/** One entry of the memory. */
interface MemoryWrite {
  person: Remembered["person"];
  identity: Identity;
}

/**
 * What is written of those to be remembered, in the order of its worth: under one identity of each, then under a second of each, and so on,
 * each person's newest first and the address, which others share, last.
 */
export function memoryWrites(remembered: readonly Remembered[]): MemoryWrite[] {
  const rows = remembered.map(({ person, identities }) =>
    identities
      .toReversed()
      .toSorted((a, b) => Number(a.kind === "ip") - Number(b.kind === "ip"))
      .map((identity) => ({ person, identity })),
  );
  const longest = Math.max(0, ...rows.map(({ length }) => length));
  return Array.from({ length: longest }, (_, turn) => rows.flatMap((row) => row[turn] ?? [])).flat();
}
