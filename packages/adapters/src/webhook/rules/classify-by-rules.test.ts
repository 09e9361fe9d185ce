import { describe, expect, test } from "vitest";
import { received } from "../../../test/received.ts";
import { classifyByRules } from "./classify-by-rules.ts";
import type { RuleSettings } from "./rule-fields.ts";

const rules: RuleSettings = {
  answer_at: "result",
  accepted_when: ["ok", "sold"],
  refused_when: ["rejected"],
  duplicate_when: ["duplicate"],
  retry_when: ["busy"],
  reason_at: "errors[0].message",
  reference_at: "lead.id",
};
const anywhere: RuleSettings = { duplicate_when: ["already exists"], refused_when: ["not a valid"] };

const delivered = { outcome: "delivered" };
const refused = { outcome: "refused" };
const duplicate = { outcome: "duplicate_at_receiver" };
const retry = { outcome: "retry", waitMs: null };

describe("by its receiver's words", () => {
  test.each<[what: string, rules: RuleSettings, status: number, body: string, end: object]>([
    [
      "a 200 that says duplicate is one",
      rules,
      200,
      '{"result":"duplicate"}',
      { ...duplicate, error: 'HTTP 200: {"result":"duplicate"}' },
    ],
    ["a 200 in other letters, too", rules, 200, '{"result":" Duplicate "}', duplicate],
    [
      "a 200 that says rejected is refused, for its reason",
      rules,
      200,
      '{"result":"rejected","errors":[{"message":"out of area"}]}',
      { ...refused, error: "HTTP 200: out of area" },
    ],
    ["a 200 that says busy is tried again", rules, 200, '{"result":"busy"}', retry],
    [
      "a 200 that says sold is delivered, under its id",
      rules,
      200,
      '{"result":"sold","lead":{"id":17}}',
      { ...delivered, receiverId: "17" },
    ],
    [
      "an id that no double holds keeps its digits",
      rules,
      201,
      '{"result":"ok","lead":{"id":1234567890123456789}}',
      { ...delivered, receiverId: "1234567890123456789" },
    ],
    [
      "a 200 of another word is refused where the words for accepted are known",
      rules,
      200,
      '{"result":"hm"}',
      refused,
    ],
    ["a 200 that says nothing there is refused then, too", rules, 200, '{"data":1}', refused],
    ["a 200 that is no JSON is refused then, too", rules, 200, "OK", refused],
    [
      "another word means what it is set to mean",
      { ...rules, otherwise_means: "retry" },
      200,
      '{"result":"hm"}',
      retry,
    ],
    ["a word is a whole one where it has a place", rules, 200, '{"result":"not a duplicate"}', refused],
    ["a 409 that says duplicate is one", rules, 409, '{"result":"duplicate"}', duplicate],
    ["a 422 that says busy is tried again", rules, 422, '{"result":"busy"}', retry],
    ["a 400 is refused though it says ok", rules, 400, '{"result":"ok"}', refused],
    ["a 503 is tried again though it says rejected", rules, 503, '{"result":"rejected"}', retry],
    ["a 429 is tried again though it says duplicate", rules, 429, '{"result":"duplicate"}', retry],
    ["a 410 means gone though it says ok", rules, 410, '{"result":"ok"}', { outcome: "gone" }],
    ["a 302 is refused though it says ok", rules, 302, '{"result":"ok"}', refused],
    ["a word is found anywhere in a text", anywhere, 200, "<r>Lead ALREADY EXISTS</r>", duplicate],
    ["a duplicate counts before a refusal", anywhere, 200, "not a valid lead: already exists", duplicate],
    ["a text without a word is delivered", anywhere, 200, "thanks", delivered],
    ["without rules a 200 is delivered", {}, 200, '{"result":"duplicate"}', delivered],
    ["without rules a 404 is refused", {}, 404, "", refused],
    ["what is inherited stands nowhere", { ...rules, answer_at: "constructor.name" }, 200, "{}", refused],
    ["a boolean is a word", { answer_at: "$.ok", refused_when: ["false"] }, 200, '{"ok":false}', refused],
    [
      "a name with a dot is put in quotes",
      { answer_at: '["a.b"][1]', duplicate_when: ["dup"] },
      200,
      '{"a.b":[0,"dup"]}',
      duplicate,
    ],
  ])("%s", (_what, given, status, body, end) => {
    expect(classifyByRules(received(status, body), given)).toMatchObject(end);
  });
});
