import { describe, expect, it, test } from "vitest";
import { toldLead } from "../../test/told-lead.ts";
import { judgeFilter } from "./judge-filter.ts";
import { leadValues } from "./lead-values.ts";
import { readShape } from "./read-shape.ts";

const form = {
  Budget: "5,000",
  "How soon?": "This month",
  visit_date: "15/12/2026",
  rooms: ["2", "3"],
  terms: "on",
  pin: "0560",
  blank: "  ",
  home: { city: "Pune" },
  price: "₹ 45,00,000",
  asap: true,
};
const lead = leadValues(
  toldLead({ user_city: "Bengaluru", is_duplicate: "no", suspicion_score: 30 }, form, {
    message: "Please call after 6",
    attribution: { first: null, latest: null },
  }),
);

/** "passes", or why not; or what is wrong with the filter. */
function judge(filter: unknown): string {
  const read = readShape({ filter });
  if (!read.ok) return read.problems.map(({ at, detail }) => `${at} ${detail}`).join("; ");
  if (read.read.condition === null) return "no filter";
  const judged = judgeFilter(read.read.condition, lead);
  return judged.passes ? "passes" : judged.why;
}

describe("a filter", () => {
  test.each<[what: string, filter: unknown, judged: string]>([
    ["passes who is what it names", { country: "IN" }, "passes"],
    ["passes none who is not", { country: "AE" }, "country is not AE"],
    ["knows a field by our name, too", { user_country: "IN" }, "passes"],
    ["passes over capitals and blanks", { city: " bengaluru " }, "passes"],
    ["passes one of several", { country: { $in: ["AE", "in"] } }, "passes"],
    ["passes none of others", { country: { $in: ["AE", "US"] } }, "country is none of AE, US"],
    ["keeps out whom it names", { country: { $ne: "IN" } }, "country is IN"],
    ["keeps out each that it names", { country: { $nin: ["AE", "IN"] } }, "country is one of AE, IN"],
    ["passes who says nothing, where it keeps out another", { project: { $ne: "Lake" } }, "passes"],
    ["passes who says nothing, where it keeps out several", { project: { $nin: ["Lake"] } }, "passes"],
    ["compares texts that are numbers as numbers", { "fields.budget": { $gt: "700" } }, "passes"],
    ["compares them with numbers", { "fields.budget": { $gte: 5000, $lte: 5000 } }, "passes"],
    [
      "says so where one is too small",
      { "fields.budget": { $gt: 5000 } },
      "fields.budget is not more than 5000",
    ],
    ["reads lakhs and a currency's sign", { "fields.price": { $lt: "50,00,000" } }, "passes"],
    ["takes equal numbers for the same", { "fields.budget": "5000" }, "passes"],
    ["takes a code with a zero before it for no number", { "fields.pin": "560" }, "fields.pin is not 560"],
    ["compares no word with a number", { city: { $gt: 5 } }, "city is not more than 5"],
    ["compares no number with a word that is none", { city: { $lt: "C" } }, "passes"],
    ["compares dates, the day first", { "fields.visit_date": { $gt: "2026-12-01" } }, "passes"],
    [
      "and the other way round",
      { "fields.visit_date": { $lt: "01/12/2026" } },
      "fields.visit_date is not less than 01/12/2026",
    ],
    ["compares no word with a date", { city: { $gt: "2026-12-01" } }, "city is not more than 2026-12-01"],
    ["finds a word in the message", { message: { $contains: "CALL" } }, "passes"],
    ["says so where it is not there", { message: { $contains: "visit" } }, "message does not contain visit"],
    ["finds a field by its name as posted", { "fields.How soon?": "this month" }, "passes"],
    ["and as names are compared", { "fields.how_soon?": { $exists: true } }, "passes"],
    ["finds what is nested", { "fields.home.city": "Pune" }, "passes"],
    ["takes one of several values", { "fields.rooms": "3" }, "passes"],
    ["also by size", { "fields.rooms": { $gte: 3 } }, "passes"],
    ["and none where one is kept out", { "fields.rooms": { $ne: "3" } }, "fields.rooms is 3"],
    ["and none of several", { "fields.rooms": { $nin: [3, 4] } }, "fields.rooms is one of 3, 4"],
    ["takes a ticked box for true", { "fields.terms": true, "fields.asap": true }, "passes"],
    ["takes a flag of ours for false", { is_duplicate: false }, "passes"],
    ["takes blanks for nothing", { "fields.blank": { $exists: false } }, "passes"],
    ["takes null for nothing", { "fields.blank": null, "fields.no_such": null }, "passes"],
    ["says that something is not given", { project: { $exists: true } }, "project is not given"],
    ["says that something is given", { email: { $exists: false } }, "email is given"],
    ["compares numbers of ours", { suspicion_score: { $lt: 60 } }, "passes"],
    ["holds where all do", { country: "IN", city: "Bengaluru" }, "passes"],
    ["says the first that does not hold", { country: "IN", city: "Pune", email: null }, "city is not Pune"],
    ["holds where one of several does", { $or: [{ city: "Pune" }, { country: "IN" }] }, "passes"],
    [
      "says all where none does",
      { $or: [{ city: "Pune" }, { country: "AE" }] },
      "city is not Pune and country is not AE",
    ],
    ["holds where none of several does", { $nor: [{ city: "Pune" }] }, "passes"],
    ["says which does", { $nor: [{ city: "Pune" }, { country: "IN" }] }, "country is IN"],
    ["turns a comparison round", { city: { $not: { $contains: "pune" } } }, "passes"],
    [
      "says of one that is turned round what is",
      { city: { $not: { $contains: "beng" } } },
      "city contains beng",
    ],
    ["holds within one another", { $and: [{ $or: [{ $and: [{ country: "IN" }] }] }] }, "passes"],
    [
      "finds nothing in a prototype",
      { "fields.constructor": { $exists: true } },
      "fields.constructor is not given",
    ],
    [
      "nor in a prototype's prototype",
      { "fields.__proto__.constructor": { $exists: true } },
      "fields.__proto__.constructor is not given",
    ],
  ])("%s", (_what, filter, judged) => {
    expect(judge(filter)).toBe(judged);
  });

  test.each<[what: string, words: string, judged: string]>([
    ["is", "country is IN", "passes"],
    ["is not", "country is not IN", "country is IN"],
    ["one of", "country is one of AE, IN", "passes"],
    ["none of", "country is none of AE, US", "passes"],
    ["not one of", "country is not one of AE, IN", "country is one of AE, IN"],
    ["more than", "fields.budget is more than 4999", "passes"],
    ["at least", "fields.budget is at least 5,001", "fields.budget is not at least 5,001"],
    ["less than", "fields.budget is less than 5000", "fields.budget is not less than 5000"],
    ["at most", "fields.budget is at most 5000", "passes"],
    [
      "before and after",
      "fields.visit_date is after 2026-12-01 and fields.visit_date is before 2027-01-01",
      "passes",
    ],
    ["contains", "message contains call after", "passes"],
    ["does not contain", "message does not contain call", "message contains call"],
    ["given", "email is given", "passes"],
    ["not given", "email is not given", "email is given"],
    ["blank", "project is blank and email is not blank", "passes"],
    ["all of several", "country is IN and city is Pune", "city is not Pune"],
    ["quoted values", 'message contains "call after"', "passes"],
    ["a quoted and", 'city is "Pune and around"', "city is not Pune and around"],
    ["quoted names", '"fields.How soon?" is this month', "passes"],
    ["capitals", "Country IS IN", 'filter names "Country", which is no field of ours. Did you mean country'],
  ])("may be said in words: %s", (_what, words, judged) => {
    expect(judge(words).startsWith(judged)).toBe(true);
  });

  test.each<[what: string, filter: unknown, wrong: RegExp]>([
    [
      "code",
      { $where: "this.a" },
      /^filter has "\$where", which is not among the operators that are allowed: \$and, \$or, \$nor$/,
    ],
    ["code within", { country: { $where: "1" } }, /^filter\.country has "\$where", which is not among/],
    [
      "a regular expression",
      { country: { $regex: "(a+)+$" } },
      /^filter\.country has "\$regex", which is not among/,
    ],
    ["an expression", { $expr: {} }, /^filter has "\$expr"/],
    ["a function", { country: { $function: {} } }, /^filter\.country has "\$function"/],
    ["an operator of a prototype", { country: { constructor: 1 } }, /^filter\.country has "constructor"/],
    [
      "a name that is none",
      { contry: "IN" },
      /^filter names "contry", which is no field of ours\. Did you mean country or user_country\?|country/,
    ],
    [
      "a name of the form without its mark",
      { budget: 5 },
      /A field as the form sends it is written fields\.budget\.$/,
    ],
    ["nothing", {}, /^filter should name at least one field$/],
    ["an empty list", { country: { $in: [] } }, /^filter\.country\.\$in should be a list of values$/],
    ["an object to compare with", { country: { $eq: {} } }, /^filter\.country\.\$eq should be a text/],
    ["a list to compare with", { country: ["IN"] }, /^filter\.country should be a text/],
    ["no list of conditions", { $or: { country: "IN" } }, /^filter\.\$or should be a list of conditions/],
    [
      "a word for there or not",
      { country: { $exists: "yes" } },
      /^filter\.country\.\$exists should be true or false$/,
    ],
    ["nothing to be more than", { country: { $gt: null } }, /^filter\.country\.\$gt should be a number/],
    ["a long text", { country: "x".repeat(501) }, /^filter\.country is longer than 500 characters$/],
    [
      "words that are none",
      "country equals IN",
      /^filter says "country equals IN", which are no words for a condition/,
    ],
    ["words without a field", "is IN", /^filter says "is IN", which are no words/],
    ["words without a value", "country is", /^filter says "country is", which are no words/],
    ["long words", "x".repeat(2001), /^filter is longer than 2000 characters$/],
    ["a number", 5, /^filter should be an object$/],
  ])("refuses %s", (_what, filter, wrong) => {
    expect(judge(filter)).toMatch(wrong);
  });

  it("refuses what is too deep, too much, or of too many values", () => {
    let deep: object = { country: "IN" };
    for (let depth = 0; depth < 5; depth++) deep = { $and: [deep] };
    expect(judge(deep)).toBe("passes");
    expect(judge({ $or: [deep] })).toContain("has more than 6 conditions within one another");
    const many = (times: number) => ({ $or: Array.from({ length: times }, () => ({ country: "IN" })) });
    expect(judge(many(49))).toBe("passes");
    expect(judge(many(100))).toContain("has more than 100 conditions");
    const list = (times: number) => ({ country: { $in: Array.from({ length: times }, () => "IN") } });
    expect(judge(list(500))).toBe("passes");
    expect(judge(list(501))).toContain("holds more than 500 values");
  });

  it("says no more than eight of a list, and no long text whole", () => {
    expect(judge({ country: { $in: "abcdefghij".split("") } })).toBe(
      "country is none of a, b, c, d, e, f, g, h and 2 more",
    );
    expect(judge({ city: "x".repeat(100) })).toBe(`city is not ${"x".repeat(59)}…`);
  });
});
