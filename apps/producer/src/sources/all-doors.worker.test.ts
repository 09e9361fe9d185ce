import { signRequest } from "@leadrelay/signing/request-signature/sign-request";
import { newAccessKeyId, newAccessKeySecret } from "@leadrelay/signing/access-keys/access-key";
import { expect, test } from "vitest";
import { publishSource } from "../../test/edge-source.ts";
import { json, startProducer, urlencoded } from "../../test/producer-under-test.ts";

const repeats = 5;
const leadsEach = 40;

/** The same order at each run. */
function shuffled<Item>(items: readonly Item[]): Item[] {
  let seed = 20_261_201;
  const random = () => (seed = (seed * 48_271) % 2_147_483_647);
  return items
    .map((item) => ({ item, at: random() }))
    .toSorted((a, b) => a.at - b.at)
    .map(({ item }) => item);
}

const emailOf = (door: string, at: number) => `${door}-${at}@example.com`;

test("a thousand posts over all doors, in any order and five times each, are two hundred leads, each under one id", async () => {
  const { fetch, sent, formKey } = await startProducer();
  const secret = newAccessKeySecret(new Uint8Array(32).fill(7));
  const google_key = "google-key-0123456789";
  const keyId = newAccessKeyId(crypto.getRandomValues(new Uint8Array(15)));
  const [google, indiamart, justdial, generic] = await Promise.all([
    publishSource({ kind: "google_ads", formKey, settings: { google_key } }),
    publishSource({ kind: "indiamart", formKey }),
    publishSource({ kind: "justdial", formKey }),
    publishSource({ kind: "generic", formKey, settings: { preset: "none", key_path: "data.id" } }),
    publishSource({ kind: "signed", formKey, key: keyId, settings: { secret } }),
  ]);
  const sign = async (at: number): Promise<[string, RequestInit]> => {
    const body = JSON.stringify({ email: emailOf("signed", at) });
    const nonce = `nonce-${String(at).padStart(16, "0")}`;
    const timestamp = Math.floor(Date.now() / 1000);
    const url = "https://leads.test/v1/leads";
    const headers = await signRequest({ keyId, secret, method: "POST", url, body, timestamp, nonce });
    return ["/v1/leads", { body, headers: { ...headers } }];
  };
  const doors: Readonly<Record<string, (at: number) => Promise<[path: string, init: RequestInit]>>> = {
    google: async (at) => {
      const user_column_data = [{ column_id: "EMAIL", string_value: emailOf("google", at) }];
      return [`/s/${google.key}`, json({ lead_id: `g-${at}`, google_key, user_column_data })];
    },
    indiamart: async (at) => [
      `/s/${indiamart.key}`,
      json({ RESPONSE: { UNIQUE_QUERY_ID: `i-${at}`, SENDER_EMAIL: emailOf("indiamart", at) } }),
    ],
    justdial: async (at) => [
      `/s/${justdial.key}`,
      urlencoded(`leadid=j-${at}&email=${encodeURIComponent(emailOf("justdial", at))}`),
    ],
    generic: async (at) => [`/s/${generic.key}`, json({ data: { id: at }, email: emailOf("generic", at) })],
    signed: sign,
  };
  const posts = Object.entries(doors).flatMap(([door, make]) =>
    Array.from({ length: leadsEach * repeats }, (_, index) => ({ door, make, at: index % leadsEach })),
  );
  expect(posts.length).toBe(1_000);
  const statuses = new Set<number>();
  for (const { make, at } of shuffled(posts)) {
    const [path, init] = await make(at);
    statuses.add((await fetch(path, { method: "POST", ...init })).status);
  }
  expect(statuses).toEqual(new Set([200, 202]));
  const idsOf = Map.groupBy(sent, ({ fields }) => fields.email ?? "");
  const expected = Object.keys(doors).flatMap((door) =>
    Array.from({ length: leadsEach }, (_, at) => emailOf(door, at)),
  );
  expect([...idsOf.keys()].toSorted()).toEqual(expected.toSorted());
  const idsEach = [...idsOf.values()].map(
    (messages) => new Set(messages.map((one) => one.submission_id)).size,
  );
  expect(idsEach).toEqual(expected.map(() => 1));
  expect(new Set(sent.map((one) => one.submission_id)).size).toBe(expected.length);
});
