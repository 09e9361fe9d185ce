import { expect, test } from "vitest";
import { judgeKeptAnswer } from "./judge-kept-answer.ts";
import type { RuleSettings } from "./rule-fields.ts";

const rules: RuleSettings = {
  answer_at: "result",
  duplicate_when: ["duplicate"],
  reason_at: "why",
  reference_at: "id",
};
const anywhere: RuleSettings = { refused_when: ["rejected"] };
const nothing = { outcome: null, reason: null, reference: null };

test.each<[what: string, rules: RuleSettings, status: number, body: string, isCut: boolean, judged: object]>([
  [
    "a duplicate by its word, with reason and reference",
    rules,
    200,
    '{"result":"duplicate","why":"had it","id":7}',
    false,
    { outcome: "duplicate_at_receiver", reason: "HTTP 200: had it", reference: "7" },
  ],
  [
    "another word is delivered, under its id",
    rules,
    200,
    '{"result":"ok","id":7}',
    false,
    { outcome: "delivered", reason: null, reference: "7" },
  ],
  [
    "a 503 is tried again whatever it says",
    rules,
    503,
    '{"result":"duplicate"}',
    false,
    { outcome: "retry" },
  ],
  ["without rules a 200 is delivered", {}, 200, "rejected", false, { outcome: "delivered" }],
  ["of a 200 that is not kept whole no word counts", rules, 200, '{"result":"dupl', true, nothing],
  ["nor one that was found in its beginning", anywhere, 200, "rejected, or ", true, nothing],
  ["nor of a final 4xx", anywhere, 422, "rejec", true, nothing],
  ["of a 503 the status is enough", anywhere, 503, "rejec", true, { outcome: "retry" }],
  ["without rules of a 200 as well", {}, 200, "rejec", true, { outcome: "delivered" }],
  ["a 410 means gone", rules, 410, "", false, { outcome: "gone", reason: "HTTP 410", reference: null }],
])("%s", (_what, given, status, body, is_cut, judged) => {
  expect(judgeKeptAnswer({ status, headers: {}, body, is_cut }, given)).toMatchObject(judged);
});
