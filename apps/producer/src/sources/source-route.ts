/** Which source a request is for: by the private address of one, or by the id of a key. `keyId` null: a header names it. */
export type SourceRoute = { foundBy: "address"; key: string } | { foundBy: "key"; keyId: string | null };

const address = /^\/s\/([A-Za-z0-9_-]{20,64})\/?$/;
const leads = /^\/v1\/leads(?:\/([A-Za-z0-9_-]{1,64}))?\/?$/;

/** undefined for what is no source's address. */
export function sourceRoute(path: string): SourceRoute | undefined {
  const [, key] = address.exec(path) ?? [];
  if (key !== undefined) return { foundBy: "address", key };
  const found = leads.exec(path);
  return found === null ? undefined : { foundBy: "key", keyId: found[1] ?? null };
}
