import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { errorPattern, fingerprintOf } from "./fingerprint.ts";

describe("errors that say the same have one fingerprint", () => {
  it.each([
    ["HTTP 400: lead 4711 is unknown", "HTTP 400: lead 12 is unknown"],
    ["no answer within 10000 ms", "no answer within 2500 ms"],
    ["HTTP 422: anna@example.com bounced", "HTTP 422: bob.r+x@mail.example bounced"],
    [`HTTP 409: ${crypto.randomUUID()} exists`, `HTTP 409: ${crypto.randomUUID()} exists`],
    ["trace 9f86d081884c7d65", "trace 2C26B46B68FFC68F"],
    ['HTTP 400: no field "anna rao" here', 'HTTP 400: no field "bob" here'],
    ["HTTP 400: user 'Anna Rao' is gone", "HTTP 400: user 'Bob' is gone"],
    ["HTTP 400: «Anna» is gone", "HTTP 400: “Bob” is gone"],
    ["HTTP 500:  Internal\nError ", "HTTP 500: internal error"],
    ['HTTP 400: {"error":"Quota","at":17}', 'HTTP 400: {"error":"Quota","at":18}'],
    ["HTTP 500: at 12:30:01", "HTTP 500: at 9:05:59"],
    // What receivers give back of the lead, nested, flat, with and without a field, or cut off in the middle.
    [
      'HTTP 422: {"error":"project unknown","lead":{"first_name":"Asha"}}',
      'HTTP 422: {"error":"project unknown","lead":{"first_name":"Ravi","user_city":"Pune"}}',
    ],
    [
      'HTTP 400: {"first_name":"Asha","email":"…","message":"Bad structure"}',
      'HTTP 400: {"first_name":"Ravi Rao","email":null,"message":"Bad structure"}',
    ],
    [
      'HTTP 400: {"code":1,"data":{"first_name":"Asha Ra',
      'HTTP 400: {"code":1,"data":{"first_name":"Bob","city":"Pu',
    ],
    [
      'HTTP 400: {"input":{"name":"Asha"},"error":"Quota ex',
      'HTTP 400: {"input":{"name":"Bob"},"error":"Quota exce',
    ],
    // HubSpot, whose message holds JSON of its own.
    [
      String.raw`HTTP 400: {"status":"error","message":"Property values were not valid: [{\"isValid\":false,\"message\":\"… is invalid\",\"error\":\"INVALID_EMAIL\",\"propertyValue\":\"asha\"}]","correlationId":"9f86d081"}`,
      String.raw`HTTP 400: {"status":"error","message":"Property values were not valid: [{\"isValid\":false,\"message\":\"… is invalid\",\"error\":\"INVALID_EMAIL\",\"propertyValue\":\"bob\"}]","correlationId":"not a number"}`,
    ],
    // Zoho.
    [
      'HTTP 202: {"data":[{"code":"DUPLICATE_DATA","details":{"api_name":"Email","id":"5545974000000278001"},"message":"duplicate data"}]}',
      'HTTP 202: {"data":[{"code":"DUPLICATE_DATA","details":{"api_name":"Phone","id":"x"},"message":"duplicate data"}]}',
    ],
  ])("%j and %j", (one, other) => {
    expect(errorPattern(one)).toBe(errorPattern(other));
    expect(fingerprintOf(one)).toBe(fingerprintOf(other));
  });
});

describe("errors that say something else have another", () => {
  it.each([
    ["HTTP 400: Queue is full", "HTTP 400: Bad structure"],
    ['HTTP 400: {"error":"Invalid token"}', 'HTTP 400: {"error":"Quota exceeded"}'],
    ['HTTP 400: {"errors": ["Invalid token"]}', 'HTTP 400: {"errors": ["Quota exceeded"]}'],
    ['HTTP 422: {"errors":{"email":["is taken"]}}', 'HTTP 422: {"errors":{"phone":["is taken"]}}'],
    [
      'HTTP 422: {"errors":[{"message":"no quota","field":"a"}]}',
      'HTTP 422: {"errors":[{"message":"no rights"}]}',
    ],
    ['HTTP 400: {"errorCode":"REQUIRED_FIELD_MISSING"}', 'HTTP 400: {"errorCode":"INVALID_SESSION_ID"}'],
    [
      'HTTP 202: {"data":[{"code":"DUPLICATE_DATA","message":"duplicate data"}]}',
      'HTTP 202: {"data":[{"code":"MANDATORY_NOT_FOUND","message":"required field not found"}]}',
    ],
    ["it didn't open, it wasn't there", "it didn't answer, it wasn't there"],
    ["deadbeat feedback", "deadbeat facade"],
    [null, "network: reset"],
  ])("%j and %j", (one, other) => {
    expect(fingerprintOf(one)).not.toBe(fingerprintOf(other));
  });
});

it("only the start of a long error is compared", () => {
  const start = "word ".repeat(40);
  expect(fingerprintOf(`${start}a`)).toBe(fingerprintOf(`${start}b`));
});

it("what a receiver gives back of the lead is nowhere in it, wherever the answer is cut off", () => {
  const lead = fc.record({ first_name: fc.string(), city: fc.string(), email: fc.option(fc.emailAddress()) });
  const marked = lead.map((one) => ({ ...one, first_name: `ßß${one.first_name}` }));
  fc.assert(
    fc.property(marked, fc.nat(200), (one, cut) => {
      const answer = JSON.stringify({ success: false, lead: one, ...one, error: "Quota" });
      expect(errorPattern(`HTTP 400: ${answer}`)).toBe("http <n>: {error:quota}");
      expect(errorPattern(`HTTP 400: ${answer.slice(0, cut)}`)).not.toContain("ß");
    }),
  );
});

it("JSON nested however deep, or that never was any, is read to its end", () => {
  const odd = fc.array(fc.constantFrom("{", "[", "]", "}", '"', "\\", ",", ":", "a", " "), {
    maxLength: 300,
  });
  fc.assert(fc.property(odd, (signs) => void errorPattern(signs.join(""))));
});

it("a fingerprint is 16 hex digits, and keeps no number", () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 400 }), (error) => {
      expect(fingerprintOf(error)).toMatch(/^[\da-f]{16}$/);
      expect(errorPattern(error)).not.toMatch(/\d/);
    }),
  );
});

it.each([
  ["an address is told as one", "to anna.rao+x@mail.example: unknown", "to <email>: unknown"],
  ["an id", "lead 018bcfe5-687b-7abc-bdef-0123456789ab gone", "lead <id> gone"],
  ["a trace", "trace 9f86d081884c7d65 failed", "trace <hex> failed"],
  ["a long number too", "order 12345678 failed", "order <hex> failed"],
  ["numbers with signs in them, as one", "at 12:30:01, 1,000.5 of 20", "at <n>, <n> of <n>"],
  ["a quotation", 'no field "anna rao" here', "no field <text> here"],
  ["one at the end", "no such user: 'Anna'", "no such user: <text>"],
  ["one in brackets", "no user ('Anna') here", "no user (<text>) here"],
  ["one after an equals sign", "name='Anna', gone", "name=<text>, gone"],
  ["one in signs of its own", "user „Anna“ is gone", "user <text> is gone"],
  ["words with an apostrophe are none", "it didn't open, it wasn't there", "it didn't open, it wasn't there"],
  ["a word of hex letters is a word", "feedface deadbeef", "feedface deadbeef"],
  ["blanks are one blank", "  Internal \n\t Error ", "internal error"],
  ["nothing is nothing", "", ""],
])("in a pattern %s", (_what, error, pattern) => {
  expect(errorPattern(error)).toBe(pattern);
});

it.each([
  ["an answer that says nothing we know", '{"ok":false}', "{}"],
  ["an empty one", "{}", "{}"],
  ["what is wrong, by name", '{"error":"Quota","code":17}', "{error:quota,code:<n>}"],
  ["a field under errors that has no message", '{"errors":{"email":["is taken"]}}', "{errors:{email}}"],
  [
    "messages in a list",
    '{"errors":[{"message":"a"},{"message":"b"}]}',
    "{errors:[{message:a},{message:b}]}",
  ],
  ["plain texts in a list of errors", '{"errors":["no quota","no rights"]}', "{errors:[no quota,no rights]}"],
  ["a list without a name", '["no quota"]', "[no quota]"],
  ["words that JSON does not quote", '{"success":false,"status":failed}', "{status:failed}"],
  [
    "a message that holds JSON",
    String.raw`{"message":"bad: {\"error\":\"Quota\"}"}`,
    "{message:bad: {error:quota}}",
  ],
  ["a name in any case and with any signs", '{"Error_Message":"Quota"}', "{error_message:quota}"],
  ["what goes on behind it", '{"error":"Quota"} after 3 tries', "{error:quota} after <n> tries"],
  ["two answers, one behind the other", '{"error":"a"} and {"error":"b"}', "{error:a} and {error:b}"],
])("of JSON it tells %s", (_what, answer, pattern) => {
  expect(errorPattern(answer)).toBe(pattern);
});

it.each(
  (
    "error err message messages msg code status type kind category subcategory reason reasons title detail details description summary " +
    "hint info cause problem result warning warnings fault faultstring faultcode exception errormessage errormsg errorcode " +
    "statuscode statustext statusmessage responsemessage exceptionmessage errorsummary errortype errordescription errordetail"
  ).split(" "),
)("an API that says what is wrong under %s is heard", (name) => {
  expect(errorPattern(`{"${name}":"quota"}`)).toBe(`{${name}:quota}`);
});

it.each(
  "lead leads contact contacts person customer user fields properties payload request body input submission received params form record".split(
    " ",
  ),
)("what an API gives back under %s is left out, even what it calls a message", (name) => {
  expect(errorPattern(`{"${name}":{"message":"call me"},"error":"quota"}`)).toBe("{error:quota}");
});

it("of a long error the first thousand signs are read", () => {
  const message = (blanks: number) => errorPattern(`${" ".repeat(blanks)}quota`);
  expect(message(995)).toBe("quota");
  expect(message(996)).toBe("quot");
});

it("an error that is not known is one that says nothing", () => {
  expect(fingerprintOf(null)).toBe(fingerprintOf(""));
});
