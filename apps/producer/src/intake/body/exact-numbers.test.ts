import * as fc from "fast-check";
import { expect, test } from "vitest";
import { withExactNumbers } from "./exact-numbers.ts";

test.each<[string, string, unknown]>([
  ["beyond all", '{"n":1e99999}', { n: "1e99999" }],
  ["below all", '{"n":-1E+400}', { n: "-1E+400" }],
  ["too near to nothing", '{"n":1e-99999}', { n: "1e-99999" }],
  ["below nothing", '{"n":-0}', { n: "-0" }],
  ["below nothing, with a fraction", '{"n": -0.00}', { n: "-0.00" }],
  ["beyond 2^53", '{"n":9007199254740993}', { n: "9007199254740993" }],
  ["of twenty digits", '{"n":12345678901234567890}', { n: "12345678901234567890" }],
  ["with more digits than count", '{"n":0.12345678901234567891}', { n: "0.12345678901234567891" }],
  ["in a list", '{"n":[1, 2 ,\n1e999]}', { n: [1, 2, "1e999"] }],
  ["deep inside", '{"a":{"b":[[-1e999]]}}', { a: { b: [["-1e999"]] } }],
  [
    "beside what looks like one",
    '{"a":":1e999","b":"\\",1e999","n":1e999}',
    { a: ":1e999", b: '",1e999', n: "1e999" },
  ],
])("a number %s is kept as it was written", (_what, text, value) => {
  expect(JSON.parse(withExactNumbers(text) ?? "null")).toEqual(value);
});

test.each([
  '{"n":0,"m":1.5,"o":-17}',
  '{"n":1.50e2,"m":1E+2,"o":100e-2,"p":0e5,"q":0.0}',
  '{"n":9007199254740991,"m":9007199254740992,"o":100000000000000000000000}',
  '{"n":0.1,"m":0.30000000000000004,"o":1.7976931348623157e308,"p":5e-324}',
  '{"phone":919876543210,"n":1e21}',
  '{"a":"1e999","b":[":1e999, -0"],"c":"x:12345678901234567890"}',
])("%s is left as it is", (text) => expect(withExactNumbers(text)).toBeUndefined());

test("any number that a double has is left, and any other is its own text", () => {
  fc.assert(
    fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (number) => {
      const token = JSON.stringify(number);
      expect(withExactNumbers(`[${token}]`)).toBeUndefined();
    }),
  );
  fc.assert(
    fc.property(fc.bigInt(2n ** 53n, 2n ** 80n), (integer) => {
      const [value] = JSON.parse(withExactNumbers(`[${integer}]`) ?? `[${integer}]`) as unknown[];
      expect(BigInt(typeof value === "string" ? value : Number(value))).toBe(integer);
    }),
  );
});

test("nothing but what begins a number is gone through once: this ends", () => {
  for (const unit of [":", ": ", ",-", "1", "1.", ":1111111111111111", '"\\'])
    expect(withExactNumbers(unit.repeat(131_072 / unit.length)) ?? "").toBeTypeOf("string");
});

test("a number of a hundred thousand zeros is read in no time", () => {
  const begun = performance.now();
  const number = `1${"0".repeat(100_000)}1`;
  expect(withExactNumbers(`{"n":${number}}`)).toBe(`{"n":"${number}"}`);
  // It took most of a minute.
  expect(performance.now() - begun).toBeLessThan(5_000);
});
