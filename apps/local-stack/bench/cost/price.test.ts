import { expect, test } from "vitest";
import { priceOfMillion } from "./price.ts";

test("a lead's price is the sum of what it uses", () => {
  const price = priceOfMillion({
    requests: 1.1,
    cpuMs: 5,
    messages: 1,
    kvReads: 1,
    rowsWritten: 16,
    rowsRead: 31,
  });
  expect(price.requests).toBeCloseTo(0.33);
  expect(price.cpuMs).toBeCloseTo(0.1);
  expect(price.messages).toBeCloseTo(1.2);
  expect(price.rowsRead).toBeCloseTo(0.031);
  expect(price.kvReads).toBeCloseTo(0.5);
  expect(price.total).toBeCloseTo(0.33 + 0.1 + 1.2 + 0.5 + 16 + 0.031);
});

test("a wake-up of thirty deliveries costs a thirtieth of a wake-up of one", () => {
  const free = { requests: 0, cpuMs: 0, kvReads: 0, rowsWritten: 0, rowsRead: 0 };
  const one = priceOfMillion({ ...free, messages: 1 }).total;
  expect(priceOfMillion({ ...free, messages: 1 / 30 }).total).toBeCloseTo(one / 30);
});
