import { describe, expect, it } from "vitest";
import { createIdStock, idStocks, reservedFor } from "./id-stock.ts";

const block = { leads: 500, submissions: 900, count: 100 };

describe("a stock of ids", () => {
  it("has none before some were reserved", () => {
    expect(createIdStock().take(1)).toBeUndefined();
  });

  it("gives each once, and the last too", () => {
    const stock = createIdStock();
    expect(stock.takeFrom(block, 3)).toEqual({ leads: 500, submissions: 900, count: 3 });
    expect(stock.take(1)).toEqual({ leads: 503, submissions: 903, count: 1 });
    expect(stock.take(97)).toBeUndefined();
    expect(stock.take(96)).toEqual({ leads: 504, submissions: 904, count: 96 });
    expect(stock.take(1)).toBeUndefined();
  });

  it("that another handler filled meanwhile gives the newer ones", () => {
    const stock = createIdStock();
    stock.takeFrom(block, 1);
    stock.takeFrom({ leads: 700, submissions: 1_100, count: 100 }, 1);
    expect(stock.take(1)).toEqual({ leads: 701, submissions: 1_101, count: 1 });
  });

  it("that was discarded has none", () => {
    const stock = createIdStock();
    stock.takeFrom(block, 1);
    stock.discard();
    expect(stock.take(1)).toBeUndefined();
  });

  it("is one for each database", () => {
    const stockOf = idStocks();
    stockOf("DB").takeFrom(block, 1);
    expect(stockOf("DB_2").take(1)).toBeUndefined();
    expect(stockOf("DB").take(1)).toMatchObject({ leads: 501 });
  });
});

it.each([
  [1, 500],
  [500, 500],
  [550, 550],
])("for %d submissions %d ids are reserved", (count, reserved) => {
  expect(reservedFor(count)).toBe(reserved);
});
