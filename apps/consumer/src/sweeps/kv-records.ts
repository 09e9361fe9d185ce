import type { Budget } from "./budget.ts";

/** One record of a prefix, as KV has it now. */
export interface KvRecord {
  key: string;
  text: string;
}

/** A bulk read takes this many keys, as one call. */
const pageSize = 100;
/** A listing and a bulk read. */
const callsAPage = 2;

/**
 * The records of a prefix in pages, in order of key, at most `limit` of them and as far as the budget goes. What was deleted since it
 * was listed is left out.
 */
export async function* kvRecords(
  kv: KVNamespace,
  prefix: string,
  limit: number,
  budget: Budget,
): AsyncGenerator<KvRecord[]> {
  let cursor: string | undefined;
  for (let seen = 0; seen < limit && budget.take(callsAPage); seen += pageSize) {
    const listed = await kv.list({ prefix, limit: pageSize, ...(cursor ? { cursor } : {}) });
    if (listed.keys.length === 0) return;
    const keys = listed.keys.map(({ name }) => name);
    const texts = await kv.get(keys, "text");
    yield keys.flatMap((key) => {
      const text = texts.get(key) ?? null;
      return text === null ? [] : [{ key, text }];
    });
    if (listed.list_complete) return;
    cursor = listed.cursor;
  }
}
