/** As many as KV gives in one read. */
export const mostKept = 100;

/** A record of KV. */
export interface KvRecord {
  key: string;
  text: string;
}

/** The records of a prefix, in the order of their keys, in two reads. `cursor` null: there are no more. */
export async function readKeptPage(
  kv: KVNamespace,
  prefix: string,
  { limit, cursor }: { limit: number; cursor?: string | undefined },
): Promise<{ records: KvRecord[]; cursor: string | null }> {
  const listed = await kv.list({ prefix, limit, ...(cursor === undefined ? {} : { cursor }) });
  const keys = listed.keys.map(({ name }) => name);
  const texts = keys.length === 0 ? new Map<string, string | null>() : await kv.get(keys, "text");
  const records = keys.flatMap((key) => {
    const text = texts.get(key) ?? null;
    return text === null ? [] : [{ key, text }];
  });
  return { records, cursor: listed.list_complete ? null : listed.cursor };
}
