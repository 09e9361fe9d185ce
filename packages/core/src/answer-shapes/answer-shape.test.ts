import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { answerShape } from "./answer-shape.ts";

const fingerprint = (body: string) => answerShape(body).fingerprint;

describe("answers that say the same have one shape", () => {
  test.each([
    ["another id", '{"result":"ok","id":17}', '{"result":"ok","id":"a-9"}'],
    ["names in another order", '{"a":1,"ok":true}', '{"ok":true,"a":2}'],
    ["more items", '{"ok":true,"rows":[1]}', '{"ok":true,"rows":[1,2,3]}'],
    ["no items", '{"ok":true,"rows":[{"id":1}]}', '{"ok":true,"rows":[]}'],
    ["null for a value", '{"ok":true,"next":null}', '{"ok":true,"next":"x"}'],
    [
      "what it gives back of the lead",
      '{"status":"ok","lead":{"name":"a"}}',
      '{"status":"ok","lead":{"city":"b","x":1}}',
    ],
    ["a count in a sentence", "Lead 17 of 1,204 stored", "Lead 9 of 1,205 stored"],
    ["another time", "ok 2026-11-30T12:00:01Z", "ok 2027-01-02T00:00:59Z"],
    ["another clock", "stored at 12:30:01 pm", "stored at 9:05 am"],
    ["localized numbers", "took 1.234,56 ms", "took 12 345,6 ms"],
    ["other digits", "رقم ١٢٣", "رقم ٩"],
    ["another uuid", "id=018bcfe5-687b-7abc-bdef-0123456789ab", "id=0199c0de-0000-7000-8000-000000000001"],
    ["base64", "token dGhpcyBpcyBhIHRva2Vu1", "token QUJDREVGR0hJSktMTU5PUA=="],
    ["a form's answer", "status=success&id=17", "id=a8f2&status=success"],
    [
      "a page's nonce",
      '<html><head><title>Thanks</title><script nonce="a1">x=1</script></head></html>',
      '<html><head><title>Thanks</title><script nonce="zz">y=2</script></head></html>',
    ],
    ["XML", "<r><status>OK</status><id>1</id></r>", "<r><status>OK</status><id>b</id></r>"],
    ["letters' size", "OK", "ok"],
  ])("with %s", (_what, one, other) => {
    expect(fingerprint(one)).toBe(fingerprint(other));
  });
});

describe("answers that say something else have another", () => {
  test.each([
    ["another word", '{"result":"accepted"}', '{"result":"duplicate"}'],
    ["yes and no", '{"success":true}', '{"success":false}'],
    ["another name", '{"lead_id":1}', '{"reject_id":1}'],
    ["an error", '{"ok":1,"error":null}', '{"ok":1,"error":"no quota"}'],
    ["errors in a list", '{"errors":[]}', '{"errors":[{"message":"no quota"}]}'],
    ["another code", '{"code":0}', '{"code":17}'],
    ["another text", "Accepted", "Duplicate"],
    ["nothing", "", "Accepted"],
    ["a page", "<html><title>Thanks</title></html>", "<html><title>Down for maintenance</title></html>"],
    ["XML", "<r><status>OK</status></r>", "<r><status>REJECTED</status></r>"],
    ["a form", "status=success&id=17", "status=error&id=17"],
    ["what items say", '{"rows":[{"status":"ok"}]}', '{"rows":[{"status":"error"}]}'],
  ])("%s", (_what, one, other) => {
    expect(fingerprint(one)).not.toBe(fingerprint(other));
  });
});

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
