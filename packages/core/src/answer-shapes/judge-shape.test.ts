import { describe, expect, test } from "vitest";
import { answerShape } from "./answer-shape.ts";
import { judgeShape, type KnownShape } from "./judge-shape.ts";
import { saysRefusal } from "./says-refusal.ts";

const known = (sample: string, count = 5): KnownShape => ({
  fingerprint: answerShape(sample).fingerprint,
  count,
  sample,
});
const judged = (answer: string, others: KnownShape[]) => judgeShape(answerShape(answer), others);

describe("whether an answer says that the lead was not taken", () => {
  test.each([
    ['{"result":"duplicate"}', "duplicate"],
    ['{"result":"DUPLICATE_LEAD"}', "duplicate"],
    ['{"duplicate":true}', "duplicate"],
    ['{"status":"ok","message":"This person already exists"}', "duplicate"],
    ['{"result":"rejected","message":"is a duplicate"}', "duplicate"],
    ['{"success":false}', "refused"],
    ['{"accepted":"no"}', "refused"],
    ['{"status":"error"}', "refused"],
    ['{"errors":[{"message":"Invalid zip"}]}', "refused"],
    ["Lead rejected: out of area", "refused"],
    ["status=failed&id=3", "refused"],
    ["<r><status>REJECTED</status></r>", "refused"],
    ["No buyer found", "refused"],
  ])("%s: %s", (answer, meaning) => {
    expect(saysRefusal(answerShape(answer).said)?.meaning).toBe(meaning);
  });

  test.each([
    '{"result":"accepted","duplicate":false,"rejected":0,"error":null,"errors":[]}',
    '{"message":"stored, no errors"}',
    '{"success":true,"failed":0}',
    '{"message":"not a duplicate"}',
    '{"message":"0 errors"}',
    '{"id":"rejected"}',
    "Accepted",
    "",
    "<html><title>Thank you</title></html>",
  ])("%s does not", (answer) => {
    expect(saysRefusal(answerShape(answer).said)).toBeUndefined();
  });
});

describe("an answer of a new shape", () => {
  const usual = '{"result":"accepted","id":1}';

  test.each<[what: string, answer: string, others: KnownShape[], suspect: object | null]>([
    ["that is the first is none to look at", usual, [], null],
    [
      "that is the first and says duplicate is, with a rule",
      '{"result":"duplicate"}',
      [],
      { usual: null, rule: "--set answer_at=result --set duplicate_when=duplicate" },
    ],
    [
      "that says duplicate where others were accepted is, with both",
      '{"result":"duplicate"}',
      [known(usual)],
      { usual, rule: "--set answer_at=result --set duplicate_when=duplicate" },
    ],
    [
      "that says a word nobody knows is, by the word that is usual",
      '{"result":"queued","id":2}',
      [known(usual)],
      { usual, rule: "--set answer_at=result --set accepted_when=accepted" },
    ],
    ["that differs otherwise is, without a rule", '{"hello":1}', [known(usual)], { usual, rule: null }],
    ["behind too few others is none", '{"result":"queued"}', [known(usual, 2)], null],
    ["behind three of one shape is", '{"hello":1}', [known(usual, 3)], { usual, rule: null }],
    [
      "is held against the first of what is said as often",
      '{"hello":1}',
      [known(usual, 9), known("ok", 9)],
      { usual },
    ],
    [
      "is held against what is said most, whatever came last",
      '{"hello":1}',
      [known(usual, 9), known("ok", 3)],
      { usual },
    ],
    ["is held against what is said most", '{"hello":1}', [known("ok", 3), known(usual, 9)], { usual }],
    [
      "where there are a dozen already is none",
      '{"result":"queued"}',
      Array.from({ length: 12 }, (_, index) => known(`{"result":"${"abcdefghijkl"[index]}"}`)),
      null,
    ],
    [
      "that refuses is one wherever",
      "Rejected: out of area, 17",
      Array.from({ length: 12 }, (_, index) => known(`{"result":"${"abcdefghijkl"[index]}"}`)),
      { rule: "--set refused_when=rejected" },
    ],
    [
      "with yes and no gets a rule for no",
      '{"success":false}',
      [known('{"success":true}')],
      { rule: "--set answer_at=success --set refused_when=false" },
    ],
    [
      "with a sentence gets a rule of words",
      "Lead already exists",
      [],
      { rule: "--set 'duplicate_when=lead already exists'" },
    ],
    ["whose words mean something to a shell gets none", '{"status":"error$(reboot)"}', [], { rule: null }],
    ["whose words would be several gets none", '{"status":"error`x`"}', [], { rule: null }],
  ])("%s", (_what, answer, others, suspect) => {
    if (suspect === null) expect(judged(answer, others)).toBeNull();
    else expect(judged(answer, others)).toMatchObject(suspect);
  });
});
