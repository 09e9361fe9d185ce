import { describe, expect, it } from "vitest";
import { placeTexts } from "./place-texts.ts";
import { mostRowBytes, rowBytes } from "./row-bytes.ts";

const place = (row: { first: string; second: string; fixed: string }) =>
  placeTexts(row, { first: 80, second: 81 });
const x = (length: number) => "x".repeat(length);

describe("a row's texts", () => {
  it("stay where they have room", () => {
    const row = { first: x(400), second: x(400), fixed: x(150) };
    expect(rowBytes(Object.values(row))).toBeLessThanOrEqual(mostRowBytes);
    expect(place(row)).toEqual({ row, longTexts: [] });
  });

  it("move in order, and no more of them than must", () => {
    const row = { first: x(500), second: x(600), fixed: x(50) };
    expect(place(row)).toEqual({ row: { ...row, first: "@80" }, longTexts: [{ id: 80, text: x(500) }] });
  });

  it("move all where one is too few", () => {
    const row = { first: x(500), second: x(1000), fixed: x(50) };
    expect(place(row)).toEqual({
      row: { first: "@80", second: "@81", fixed: x(50) },
      longTexts: [
        { id: 80, text: x(500) },
        { id: 81, text: x(1000) },
      ],
    });
  });

  it("stay where nothing is gained: short ones, and all of a row that has an overflow page in any case", () => {
    expect(place({ first: "{}", second: x(1000), fixed: "" }).row).toEqual({
      first: "{}",
      second: "@81",
      fixed: "",
    });
    const row = { first: x(500), second: x(500), fixed: x(1100) };
    expect(place(row)).toEqual({ row, longTexts: [] });
  });

  it("that have moved stay there", () => {
    const moved = { first: "@80", second: "@81", fixed: x(50) };
    expect(place(moved)).toEqual({ row: moved, longTexts: [] });
  });

  it("are measured in bytes", () => {
    expect(rowBytes(["ü"])).toBe(rowBytes(["xx"]));
    expect(rowBytes([null, 1])).toBe(rowBytes([]) + 10);
  });
});
