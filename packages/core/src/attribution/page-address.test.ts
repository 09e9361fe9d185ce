import { expect, it } from "vitest";
import { pageAddress } from "./page-address.ts";

const lake = "https://www.example.com/lake";
const escape = "\u001b[31m";
const x = (length: number) => "x".repeat(length);

it.each([
  lake,
  "http://localhost:8080/a?b=c#d",
  "//example.com/a",
  "android-app://com.google.android.gm/",
  "/lake?a=b",
  "/",
  "www.example.com/lake",
  "HTTPS://A.EXAMPLE",
  `https://a.example/${x(482)}`,
])("%s is kept as it is", (typed) => expect(pageAddress(typed)).toBe(typed));

it.each([
  null,
  undefined,
  "",
  "Asha Rao",
  "asha@example.com",
  "asha",
  "j.smith",
  "https://",
  "https://a b",
  "/a b",
  "mailto:a@example.com",
  "..",
  "a../b",
])("%s is no page", (typed) => expect(pageAddress(typed)).toBeNull());

it.each<[string, string, string]>([
  ["blanks around it are dropped", ` ${lake} `, lake],
  ["blanks in it are escaped", `${lake}/my page?utm_source=a b`, `${lake}/my%20page?utm_source=a%20b`],
  ["its fragment goes", `${lake}#${x(500)}`, lake],
  [
    "what its query says beside the campaign goes",
    `${lake}?a=${x(500)}&utm_source=b&c=d`,
    `${lake}?utm_source=b`,
  ],
  [
    "the campaign stays, as it was written",
    `${lake}?A=${x(500)}&UTM_source=a%20b&gclid=c`,
    `${lake}?UTM_source=a%20b&gclid=c`,
  ],
  [
    "a parameter without room goes, others stay",
    `${lake}?utm_source=a&fbclid=${x(500)}&gclid=b`,
    `${lake}?utm_source=a&gclid=b`,
  ],
  [
    "what is written behind the mark of a fragment stays, too",
    `${lake}#/a?utm_source=b&c=${x(500)}`,
    `${lake}?utm_source=b`,
  ],
  ["what just fits stays", `${lake}?gclid=${x(465)}&a`, `${lake}?gclid=${x(465)}`],
  ["what just does not goes", `${lake}?gclid=${x(466)}&a`, lake],
  ["a path is cut", `https://a.example/${x(500)}?utm_source=a`, `https://a.example/${x(482)}`],
  ["and stays text where it is", `https://a.example/${x(481)}\u{1f600}`, `https://a.example/${x(481)}\ufffd`],
])("of one that is too long %s", (_, typed, kept) => {
  expect(pageAddress(typed)).toBe(kept);
  expect(pageAddress(typed)?.length).toBeLessThanOrEqual(500);
});

it("one that is as long as may be is kept whole", () => {
  const longest = `${lake}#${x(471)}`;
  expect(longest).toHaveLength(500);
  expect(pageAddress(longest)).toBe(longest);
  expect(pageAddress(`${longest}x`)).toBe(lake);
});

it("what would act on a terminal is dropped", () => {
  expect(pageAddress(`${lake}\u0000?a=${escape}b\n`)).toBe(`${lake}?a=[31mb`);
});
