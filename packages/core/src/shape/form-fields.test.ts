import { describe, expect, it } from "vitest";
import { formField, formFields } from "./form-fields.ts";

const posted = (body: unknown, name: string) => formField(formFields(JSON.stringify(body)), name);

describe("a field of the form is found", () => {
  it.each<[what: string, body: unknown, name: string, found: unknown]>([
    ["by its name as posted", { "Your Budget": "5000" }, "Your Budget", "5000"],
    ["in other capitals", { "Your Budget": "5000" }, "your budget", "5000"],
    ["with its words joined", { "Your Budget": "5000" }, "your_budget", "5000"],
    ["with its words joined otherwise", { "your-budget": "5000" }, "Your Budget", "5000"],
    ["without the blanks around what it says", { city: "  Pune " }, "city", "Pune"],
    ["as a number", { rooms: 3 }, "rooms", 3],
    ["as no", { ok: false }, "ok", false],
    ["as nothing at all, which is a number", { rooms: 0 }, "rooms", 0],
    ["not, where it is blank", { city: "  " }, "city", undefined],
    ["not, where it is null", { city: null }, "city", undefined],
    ["not, where nobody posted it", { city: "Pune" }, "town", undefined],
    ["with all that was ticked", { rooms: ["2", " 3 "] }, "rooms", ["2", "3"]],
    ["with the one that was ticked", { rooms: ["", "3", null] }, "rooms", "3"],
    ["not, where nothing was ticked", { rooms: ["", " "] }, "rooms", undefined],
    ["within another", { home: { city: "Pune" } }, "home.city", "Pune"],
    ["within another, as brackets have it", { home: { city: "Pune" } }, "home[city]", "Pune"],
    ["the first of two that are one by name", { City: "Pune", city: "Agra" }, "CITY", "Pune"],
    ["each of two by its own name", { City: "Pune", CITY: "Agra" }, "CITY", "Agra"],
    ["not within what is no object", [{ city: "Pune" }], "0.city", undefined],
  ])("%s", (_, body, name, found) => expect(posted(body, name)).toEqual(found));

  it("down to the eighth one within another", () => {
    let [body, name]: [unknown, string] = ["deep", "a"];
    for (let depth = 0; depth < 8; depth++) [body, name] = [{ a: body }, `${name}.a`];
    expect(posted({ a: body }, name)).toBe("deep");
    expect(posted({ a: { a: body } }, `${name}.a`)).toBeUndefined();
  });

  it("among the first five hundred", () => {
    const body = Object.fromEntries(Array.from({ length: 501 }, (_, index) => [`F ${index}`, "x"]));
    expect(posted(body, "F 499")).toBe("x");
    expect(posted(body, "F 500")).toBeUndefined();
  });

  it.each(["", "{", "null", '"city"', "7"])("not in a row that holds %s", (text) => {
    expect(formFields(text).size).toBe(0);
  });
});
