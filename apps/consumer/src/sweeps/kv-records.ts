import type { Budget } from "./budget.ts";

/** One record of a prefix, as KV has it now. */
export interface KvRecord {
  key: string;
  text: string;
}

/** Records that lie together, and where those behind them begin: null where there are none. */
interface KvPage {
  records: KvRecord[];
  next: string | null;
}

/** A bulk read takes this many keys, as one call. */
const pageSize = 100;
/** A listing and a bulk read. */
const callsAPage = 2;

/**
 * The records of a prefix in pages, in order of key, at most `limit` of them and as far as the budget goes. What was deleted since it
 * was listed is left out.
 * @param from a page's `next`; "" for the first record
 */
export async function* kvRecords(
  kv: KVNamespace,
  prefix: string,
  { from, limit }: { from: string; limit: number },
  budget: Budget,
): AsyncGenerator<KvPage> {
  let cursor = from;
  for (let seen = 0; seen < limit && budget.take(callsAPage); seen += pageSize) {
    const listed = await kv.list({ prefix, limit: pageSize, ...(cursor === "" ? {} : { cursor }) });
    const next = listed.list_complete ? null : listed.cursor;
    const keys = listed.keys.map(({ name }) => name);
    const texts = keys.length === 0 ? new Map<string, string | null>() : await kv.get(keys, "text");
    const records = keys.flatMap((key) => {
      const text = texts.get(key) ?? null;
      return text === null ? [] : [{ key, text }];
    });
    yield { records, next };
    if (next === null) return;
    cursor = next;
  }
}
