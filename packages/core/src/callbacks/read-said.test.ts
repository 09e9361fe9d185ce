import { expect, test } from "vitest";
import { readHappenedAt } from "./read-happened-at.ts";
import { readLink } from "./read-link.ts";
import { readCurrency, readMoney } from "./read-money.ts";

const now = Date.UTC(2026, 10, 30, 12);

test.each<[text: string | undefined, value: number | undefined]>([
  ["120000", 120_000],
  ["1,20,000.50", 120_000.5],
  ["1,20,000", 120_000],
  ["1,200", 1_200],
  ["€ 1.234,50", 1_234.5],
  ["12,5", 12.5],
  ["-12,50", -12.5],
  ["1.234", 1.234],
  ["₹ 1 200", 1_200],
  ["INR 5", 5],
  ["-5", -5],
  ["0", 0],
  ["1000000000000000", 1e15],
  ["1000000000000001", undefined],
  ["", undefined],
  ["  ", undefined],
  ["much", undefined],
  ["Infinity", undefined],
  ["5 lakh", undefined],
  [undefined, undefined],
])("%o is worth %o", (text, value) => {
  expect(readMoney(text)).toBe(value);
});

test.each<[text: string | undefined, code: string | undefined]>([
  ["INR", "INR"],
  ["inr", "INR"],
  ["rupees", undefined],
  ["₹₹₹", undefined],
  [undefined, undefined],
])("%o is the currency %o", (text, code) => {
  expect(readCurrency(text)).toBe(code);
});

test.each<[text: string | undefined, at: number]>([
  [String(now - 1), now - 1],
  [String(now), now],
  [new Date(now - 60_000).toISOString(), now - 60_000],
  [String(now / 1_000 - 60), now - 60_000],
  [String(now / 1_000 - 0.0005), now - 1],
  ["1000000000000", 1e12],
  [String(now + 1), now],
  ["12", now],
  ["1000000000", 1e12],
  ["yesterday", now],
  ["", now],
  [undefined, now],
])("%o was at %o", (text, at) => {
  expect(readHappenedAt(text, now)).toBe(at);
});

test.each<[text: string | undefined, link: boolean]>([
  ["https://crm.example/512", true],
  ["http://crm.example", true],
  ["HTTPS://crm.example", true],
  ["javascript:alert(1)", false],
  ["crm.example/512", false],
  ["https://", false],
  [`https://a.example/${"x".repeat(981)}`, true],
  [`https://a.example/${"x".repeat(982)}`, false],
  [undefined, false],
])("%o is a link: %o", (text, link) => {
  expect(readLink(text)).toBe(link ? text : undefined);
});
