import * as fc from "fast-check";
import { expect, test } from "vitest";
import { answerShape } from "./answer-shape.ts";

const fingerprint = (body: string) => answerShape(body).fingerprint;

const hex = fc.stringMatching(/^[\da-f]{8,40}$/);
const base64 = fc
  .uint8Array({ minLength: 9, maxLength: 48 })
  .map((bytes) => btoa(String.fromCodePoint(...bytes)));
const count = fc.integer({ min: 0, max: 10 ** 12 });
const time = fc
  .date({ noInvalidDate: true, min: new Date(0), max: new Date(4e12) })
  .map((at) => at.toISOString());
const id = fc.oneof(fc.uuid(), hex, base64, count, time);
const localized = fc
  .tuple(fc.double({ min: 0, max: 1e9, noNaN: true }), fc.constantFrom("de", "en", "fr", "en-IN", "ar-EG"))
  .map(([value, locale]) => value.toLocaleString(locale));
const shuffled = (entries: [string, unknown][]) =>
  fc
    .shuffledSubarray(entries, { minLength: entries.length })
    .map((all) => JSON.stringify(Object.fromEntries(all)));

test.each<[string, fc.Arbitrary<string>]>([
  [
    "JSON of a buyer",
    fc
      .tuple(id, time, count, fc.array(fc.record({ id, at: time })), fc.uuid(), localized)
      .chain(([lead, at, price, rows, trace, sum]) =>
        shuffled([
          ["result", "accepted"],
          ["lead_id", lead],
          ["received_at", at],
          ["price", price],
          ["rows", rows],
          ["trace", { trace, sum }],
        ]),
      ),
  ],
  ["a sentence with a count", count.map((n) => `Lead ${n} stored`)],
  ["a sentence with an id", fc.uuid().map((one) => `Accepted as ${one}.`)],
  ["a sentence with a number as people write it", localized.map((n) => `took ${n} ms`)],
  ["a sentence with a time", time.map((at) => `ok at ${at}`)],
  [
    "a form",
    fc
      .tuple(base64, count)
      .map(([a, n]) => new URLSearchParams({ status: "ok", id: a, n: `${n}` }).toString()),
  ],
  [
    "a page with nonces",
    fc
      .tuple(base64, hex, count)
      .map(
        ([nonce, token, n]) =>
          `<!doctype html><html><head><title>Thank you</title><script nonce="${nonce}">var t=${n}</script></head><body class="${token}"><h1>We have it</h1><input value="${token}"><!-- ${n} --></body></html>`,
      ),
  ],
  [
    "XML",
    fc
      .tuple(fc.uuid(), count)
      .map(([one, n]) => `<?xml version="1.0"?><r id="${one}"><status>OK</status><lead>${n}</lead></r>`),
  ],
])("10 000 answers with changing ids have one shape: %s", (_what, bodies) => {
  const shapes = new Set<string>();
  fc.assert(
    fc.property(bodies, (body) => void shapes.add(fingerprint(body))),
    { numRuns: 10_000 },
  );
  expect(shapes.size).toBe(1);
});

test("any text at all has a shape", () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.json()), (body) => {
      expect(fingerprint(body)).toMatch(/^[\da-f]{16}$/);
    }),
  );
});
