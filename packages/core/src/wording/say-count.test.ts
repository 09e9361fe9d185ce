import { expect, it } from "vitest";
import { sayCount } from "./say-count.ts";

it("one is one, and others are many", () => {
  expect(sayCount(1, "form")).toBe("1 form");
  expect(sayCount(0, "form")).toBe("0 forms");
  expect(sayCount(2, "delivery", { many: "deliveries" })).toBe("2 deliveries");
  expect(sayCount(1000, "form", { isMore: true })).toBe("1000 or more forms");
});

it("of which there are more than were counted there are many", () => {
  expect(sayCount(1, "form", { isMore: true })).toBe("1 or more forms");
});
