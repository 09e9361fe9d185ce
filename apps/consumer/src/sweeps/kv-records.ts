/** One record of a prefix, as KV has it now. */
export interface KvRecord<Metadata> {
  key: string;
  text: string;
  metadata: Metadata | undefined;
}

/** A bulk read takes this many keys, as one operation of the thousand an invocation may make. */
const pageSize = 100;

/** The records of a prefix in pages, in order of key, at most `limit` of them. What was deleted since it was listed is left out. */
export async function* kvRecords<Metadata = unknown>(
  kv: KVNamespace,
  prefix: string,
  limit: number,
): AsyncGenerator<KvRecord<Metadata>[]> {
  let cursor: string | undefined;
  for (let seen = 0; seen < limit; seen += pageSize) {
    const listed = await kv.list<Metadata>({ prefix, limit: pageSize, ...(cursor ? { cursor } : {}) });
    if (listed.keys.length === 0) return;
    const texts = await kv.get(
      listed.keys.map(({ name }) => name),
      "text",
    );
    yield listed.keys.flatMap(({ name: key, metadata }) => {
      const text = texts.get(key) ?? null;
      return text === null ? [] : [{ key, text, metadata }];
    });
    if (listed.list_complete) return;
    cursor = listed.cursor;
  }
}
