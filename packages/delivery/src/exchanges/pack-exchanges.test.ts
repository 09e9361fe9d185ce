import type { Exchange } from "@leadrelay/contracts/exchange";
import { samplePayload } from "@leadrelay/adapters/make/sample-payload";
import * as fc from "fast-check";
import { expect, it } from "vitest";
import { dictionary } from "./dictionary.ts";
import { mostPackedBytes, packExchanges } from "./pack-exchanges.ts";
import { unpackExchanges } from "./unpack-exchanges.ts";

const exchange = (body: string, answer: string): Exchange => ({
  request: { method: "POST", url: "https://a.example/…", headers: { "user-agent": "LeadRelay/1.0" }, body },
  answer: { status: 200, headers: {}, body: answer },
});
const bytesOf = (hex: string | null) =>
  Uint8Array.from(hex?.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
const again = (exchanges: Exchange[]) => unpackExchanges(bytesOf(packExchanges(exchanges)));
const noise = (length: number, seed = 1) => {
  let at = seed;
  const next = () => (at = (at * 48_271) % 2_147_483_647);
  return Array.from({ length }, () => String.fromCodePoint(33 + (next() % 9000))).join("");
};

it("what was packed comes back as it was", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), fc.string(), (body, answer) => {
      const given = [exchange(body, answer), { ...exchange(body, ""), answer: null }];
      expect(again(given)).toEqual(given);
    }),
  );
});

it("no exchange is no bytes", () => {
  expect(packExchanges([])).toBeNull();
});

it("a lead at Make is a few hundred bytes", () => {
  const body = JSON.stringify({
    ...samplePayload,
    make_send_public_id: crypto.randomUUID(),
    callback_url: null,
  });
  expect(bytesOf(packExchanges([exchange(body, "Accepted")])).length).toBeLessThan(450);
});

it.each([
  [
    "ten requests of text that does not pack",
    Array.from({ length: 10 }, (_, index) => exchange(noise(2_700, index + 1), noise(680, index + 99))),
  ],
  ["one request of headers and more", [exchange(noise(20_000), noise(20_000))]],
])("%s fit with less of their bodies, and say so", (_what, given) => {
  const packed = bytesOf(packExchanges(given));
  expect(packed.length).toBeLessThanOrEqual(mostPackedBytes);
  const read = unpackExchanges(packed);
  expect(read).toHaveLength(given.length);
  expect(read?.[0]?.request.is_cut).toBe(true);
  expect(read?.[0]?.answer?.is_cut).toBe(true);
  expect(given[0]?.request.body?.startsWith(read?.[0]?.request.body ?? "?")).toBe(true);
});

it.each([
  ["another version", (bytes: Uint8Array) => bytes.with(0, 9)],
  ["bytes that are none", () => Uint8Array.from([1, 2, 3])],
  ["nothing", () => new Uint8Array()],
  ["what is something else", (bytes: Uint8Array) => bytes.subarray(0, 20)],
])("%s is not read, and nothing is thrown", (_what, changed) => {
  expect(unpackExchanges(changed(bytesOf(packExchanges([exchange("{}", "ok")]))))).toBeNull();
});

it("the dictionary of version 1 is what it was: bytes of before are read with it", () => {
  expect([dictionary.length, sumOf(dictionary)]).toEqual([2324, 1_654_516_281]);
});

const sumOf = (text: string) =>
  Array.from(text, (one) => one.codePointAt(0) ?? 0).reduce((sum, one) => (sum * 31 + one) % 2 ** 31, 0);
