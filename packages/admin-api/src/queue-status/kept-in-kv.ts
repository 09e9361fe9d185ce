import type { SpillMetadata } from "@leadrelay/contracts/spill-metadata";

/** What waits in KV under a prefix, counted no further than one listing goes. */
export interface KeptInKv {
  count: number;
  isMore: boolean;
  /** Of what was listed, as far as it is known, ms UTC. */
  oldest: number | null;
}

/** One listing, of a thousand keys at most. */
export async function keptInKv(kv: KVNamespace, prefix: string): Promise<KeptInKv> {
  const listed = await kv.list<SpillMetadata>({ prefix });
  const times = listed.keys.flatMap(
    ({ name, metadata }) => metadata?.spilled_at ?? timeOf(name.slice(prefix.length)) ?? [],
  );
  return {
    count: listed.keys.length,
    isMore: !listed.list_complete,
    oldest: times.length === 0 ? null : times.reduce((oldest, time) => Math.min(oldest, time)),
  };
}

/** `{ms}:{id}`, or, for spills of before they told it themselves, a UUIDv7; ids made from an Idempotency-Key tell none. */
function timeOf(rest: string): number | null {
  const stamp = /^(\d{1,15}):/.exec(rest)?.[1];
  if (stamp !== undefined) return Number(stamp);
  const v7 = /^([\da-f]{8})-([\da-f]{4})-7/.exec(rest);
  return v7 === null ? null : Number.parseInt(`${v7[1]}${v7[2]}`, 16);
}
