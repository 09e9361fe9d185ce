import { env } from "cloudflare:test";

interface Kept {
  value: string;
  metadata: unknown;
}

/** KV in memory, for thousands of records: listed in order of key and in pages, read one by one or in bulk. */
export function memoryKv(): KVNamespace {
  const kept = new Map<string, Kept>();
  const read = (key: string) => kept.get(key)?.value ?? null;
  const own = {
    list: async ({ prefix, limit = 1_000, cursor }: KVNamespaceListOptions) => {
      const after = cursor ?? "";
      const behind = [...kept.keys()].filter((key) => key.startsWith(prefix ?? "") && key > after).toSorted();
      const keys = behind.slice(0, limit).map((name) => ({ name, metadata: kept.get(name)?.metadata }));
      return behind.length <= limit
        ? { keys, list_complete: true, cacheStatus: null }
        : { keys, list_complete: false, cacheStatus: null, cursor: keys.at(-1)?.name };
    },
    get: async (asked: string | string[]) =>
      typeof asked === "string" ? read(asked) : new Map(asked.map((key) => [key, read(key)])),
    getWithMetadata: async (key: string) => ({
      value: read(key),
      metadata: kept.get(key)?.metadata ?? null,
      cacheStatus: null,
    }),
    put: async (key: string, value: string, { metadata }: KVNamespacePutOptions = {}) =>
      void kept.set(key, { value, metadata }),
    delete: async (key: string) => void kept.delete(key),
  };
  return new Proxy(env.KV, { get: (_target, name) => Reflect.get(own, name) as unknown });
}
