import { sha256 } from "@noble/hashes/sha2.js";
import type { RouteMode } from "@leadrelay/contracts/route-mode";
import type { RouteCandidate } from "./route-member.ts";

type Hashed = Pick<RouteCandidate, "id" | "position" | "weight">;

const encoder = new TextEncoder();

/**
 * Who gets a lead where nothing can be counted, or where the same must be chosen however often it is asked: while D1 is away, and for what is
 * released or split off. By the submission's id, so that over many the shares are about right, and of one the choice never changes. Ids.
 */
export function chooseByHash(mode: RouteMode, candidates: readonly Hashed[], key: string): string[] {
  const members = candidates.toSorted((a, b) => a.position - b.position);
  const [first] = members;
  if (first === undefined) return [];
  if (mode === "all") return members.map(({ id }) => id);
  if (mode === "first_accepting") return [first.id];
  const shares = members.map(({ weight }) => (mode === "weighted" ? weight : 1));
  const whole = shares.reduce((sum, share) => sum + share, 0);
  let place = fractionOf(key) * whole;
  for (const [index, { id }] of members.entries()) {
    place -= shares[index] ?? 0;
    if (place < 0) return [id];
  }
  return [first.id];
}

/** 0 ≤ x < 1, evenly spread over keys. */
function fractionOf(key: string): number {
  const [a = 0, b = 0, c = 0, d = 0] = sha256(encoder.encode(key));
  return (((a << 24) | (b << 16) | (c << 8) | d) >>> 0) / 2 ** 32;
}
