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
