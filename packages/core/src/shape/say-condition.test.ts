import { describe, expect, it } from "vitest";
import { readShape } from "./read-shape.ts";
import { sayCondition } from "./say-condition.ts";

function said(filter: unknown): string {
  const read = readShape({ filter });
  if (!read.ok || read.read.condition === null) throw new Error(JSON.stringify(read));
  return sayCondition(read.read.condition);
}

describe("a filter is said in words", () => {
  it.each<[filter: unknown, words: string]>([
    [{ country: "IN" }, "country is IN"],
    [{ country: { $ne: "IN" } }, "country is not IN"],
    [{ country: { $in: ["IN", "AE"] } }, "country is one of IN, AE"],
    [{ country: { $nin: ["IN", "AE"] } }, "country is none of IN, AE"],
    [{ "fields.budget": { $gt: 5000 } }, "fields.budget is more than 5000"],
    [{ "fields.budget": { $gte: 5000 } }, "fields.budget is at least 5000"],
    [{ "fields.budget": { $lt: 5000 } }, "fields.budget is less than 5000"],
    [{ "fields.budget": { $lte: 5000 } }, "fields.budget is at most 5000"],
    [{ message: { $contains: "call" } }, "message contains call"],
    [{ email: { $exists: true } }, "email is given"],
    [{ email: { $exists: false } }, "email is not given"],
    [{ project: null }, "project is blank"],
    [{ project: "" }, "project is blank"],
    [{ test_lead: false }, "test_lead is false"],
    [{ country: "IN", city: "Pune" }, "country is IN and city is Pune"],
    [{ $or: [{ country: "IN" }, { city: "Pune" }] }, "country is IN or city is Pune"],
    [{ $nor: [{ country: "IN" }, { city: "Pune" }] }, "not (country is IN) and not (city is Pune)"],
    [{ message: { $not: { $contains: "call" } } }, "not (message contains call)"],
    [
      { email: { $exists: true }, $or: [{ country: "IN" }, { city: "Pune" }] },
      "email is given and (country is IN or city is Pune)",
    ],
    [{ $or: [{ $nor: [{ country: "IN" }] }, { city: "Pune" }] }, "not (country is IN) or city is Pune"],
    [{ country: { $in: "abcdefgh".split("") } }, "country is one of a, b, c, d, e, f, g, h"],
    [{ country: { $in: "abcdefghi".split("") } }, "country is one of a, b, c, d, e, f, g, h and 1 more"],
    [{ city: "x".repeat(60) }, `city is ${"x".repeat(60)}`],
    [{ city: "x".repeat(61) }, `city is ${"x".repeat(59)}…`],
  ])("%j as %s", (filter, words) => expect(said(filter)).toBe(words));
});

describe("words of a filter are kept as the condition they stand for", () => {
  it.each<[words: string, filter: unknown]>([
    ["country is IN", { country: { $eq: "IN" } }],
    ["project is not blank", { project: { $exists: true } }],
    ["project is blank", { project: { $exists: false } }],
    ["email is given", { email: { $exists: true } }],
    ["email is not given", { email: { $exists: false } }],
    ["country is one of IN , AE", { country: { $in: ["IN", "AE"] } }],
    ['city is one of "New Delhi", Pune', { city: { $in: ["New Delhi", "Pune"] } }],
    ["country is none of IN, AE", { country: { $nin: ["IN", "AE"] } }],
    ["country is not one of IN, AE", { country: { $nin: ["IN", "AE"] } }],
    ["fields.budget is more than 5000", { "fields.budget": { $gt: "5000" } }],
    ["fields.budget is at least 5000", { "fields.budget": { $gte: "5000" } }],
    ["fields.budget IS AT MOST 5000", { "fields.budget": { $lte: "5000" } }],
    ["fields.visit is after 2026-11-30", { "fields.visit": { $gt: "2026-11-30" } }],
    ["fields.visit is before 2026-11-30", { "fields.visit": { $lt: "2026-11-30" } }],
    ["message does not contain call", { message: { $not: { $contains: "call" } } }],
    ['message contains "is given"', { message: { $contains: "is given" } }],
    ['message contains "call', { message: { $contains: '"call' } }],
    ['message contains "a" b', { message: { $contains: '"a" b' } }],
    ['"fields.Visit is" is Monday', { "fields.Visit is": { $eq: "Monday" } }],
    [
      "country is IN and email is given",
      { $and: [{ country: { $eq: "IN" } }, { email: { $exists: true } }] },
    ],
    [
      'city is "A and B" AND country is IN',
      { $and: [{ city: { $eq: "A and B" } }, { country: { $eq: "IN" } }] },
    ],
    ["email is given today", "no words"],
    ["country is", "no words"],
    ["country is one of", "no words"],
    ["is given", "no words"],
    ['"" is IN', "no words"],
    ["country IN", "no words"],
    ["country isn't IN", "no words"],
  ])("%s as %j", (words, kept) => {
    const read = readShape({ filter: words });
    if (read.ok) expect(read.shape.filter).toEqual(kept);
    else expect(kept).toBe("no words");
  });

  it("what are none are shown, up to 80 letters, beside some that are", () => {
    expect(readShape({ filter: `${"x".repeat(90)} ` })).toEqual({
      ok: false,
      problems: [
        {
          at: "filter",
          detail: `says "${"x".repeat(80)}", which are no words for a condition. Such are: country is IN, fields.budget is at least 5000, source is one of google, facebook, email is given`,
        },
      ],
    });
  });
});
