import type { Constant } from "@leadrelay/contracts/shape";
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { toldLead } from "../../test/told-lead.ts";
import { judgeFilter } from "./judge-filter.ts";
import { leadValues } from "./lead-values.ts";
import { readShape } from "./read-shape.ts";

/** A filter told by another hand: straight from its text, by loops. */
function naive(filter: Record<string, unknown>, of: (name: string) => unknown): boolean {
  const listOf = (name: string): unknown[] => {
    const value = of(name);
    return Array.isArray(value) ? value : value === null ? [] : [value];
  };
  const numberOf = (value: unknown) => (/^-?\d+$/.test(String(value)) ? Number(value) : null);
  const same = (value: unknown, wanted: unknown) => {
    if (String(value).toLowerCase() === String(wanted).toLowerCase()) return true;
    return numberOf(value) !== null && numberOf(value) === numberOf(wanted);
  };
  const less = (value: unknown, wanted: unknown) => {
    if (numberOf(wanted) !== null) return numberOf(value) === null ? null : Number(value) - Number(wanted);
    const [a, b] = [String(value).toLowerCase(), String(wanted).toLowerCase()];
    return a < b ? -1 : a > b ? 1 : 0;
  };
  const any = (name: string, test: (value: unknown) => boolean) => listOf(name).some(test);
  const compared = (name: string, sign: string, wanted: unknown): boolean => {
    const list = (Array.isArray(wanted) ? wanted : [wanted]) as unknown[];
    if (sign === "$eq")
      return wanted === null ? listOf(name).length === 0 : any(name, (value) => same(value, wanted));
    if (sign === "$ne") return !compared(name, "$eq", wanted);
    if (sign === "$in") return list.some((one) => compared(name, "$eq", one));
    if (sign === "$nin") return !compared(name, "$in", list);
    if (sign === "$exists") return listOf(name).length > 0 === wanted;
    if (sign === "$contains")
      return any(name, (value) => String(value).toLowerCase().includes(String(wanted).toLowerCase()));
    if (sign === "$not") return !naive({ [name]: wanted }, of);
    return any(name, (value) => {
      const order = less(value, wanted);
      if (order === null) return false;
      if (sign === "$gt") return order > 0;
      if (sign === "$gte") return order >= 0;
      return sign === "$lt" ? order < 0 : order <= 0;
    });
  };
  return Object.entries(filter).every(([name, value]) => {
    const parts = value as Record<string, unknown>[];
    if (name === "$and") return parts.every((part) => naive(part, of));
    if (name === "$or") return parts.some((part) => naive(part, of));
    if (name === "$nor") return !parts.some((part) => naive(part, of));
    if (typeof value !== "object" || value === null) return compared(name, "$eq", value);
    return Object.entries(value).every(([sign, wanted]) => compared(name, sign, wanted));
  });
}

const words = ["a", "A", "b", "ab", "7", "10", "-3"];
const word = fc.constantFrom(...words);
const constant = fc.oneof(word, fc.constantFrom<Constant>(7, 10, null));
const comparing = fc.oneof(
  constant,
  fc.record({ $eq: constant }),
  fc.record({ $ne: constant }),
  fc.record({ $in: fc.array(constant, { minLength: 1, maxLength: 3 }) }),
  fc.record({ $nin: fc.array(constant, { minLength: 1, maxLength: 3 }) }),
  fc.record({ $exists: fc.boolean() }),
  fc.record({ $contains: word }),
  fc.record({ $gt: word, $lte: word }),
  fc.record({ $gte: fc.integer({ min: -5, max: 12 }) }),
  fc.record({ $lt: word }),
  fc.record({ $not: fc.record({ $in: fc.array(constant, { minLength: 1, maxLength: 2 }) }) }),
);
const fieldNames = ["fields.x", "fields.y", "fields.z"];
const leaf = fc.dictionary(fc.constantFrom(...fieldNames), comparing, {
  minKeys: 1,
  maxKeys: 3,
  noNullPrototype: true,
});
const { filter: anyFilter } = fc.letrec<{ filter: Record<string, unknown> }>((tie) => {
  const group = fc.array(tie("filter"), { minLength: 1, maxLength: 3 });
  return {
    filter: fc.oneof(
      { maxDepth: 3 },
      leaf,
      fc.record({ $and: group }),
      fc.record({ $or: group }),
      fc.record({ $nor: group }),
    ),
  };
});
const anyForm = fc.dictionary(
  fc.constantFrom("x", "y", "z"),
  fc.oneof(word, fc.array(word, { minLength: 2, maxLength: 3 })),
  {
    noNullPrototype: true,
  },
);

test("every filter passes whom a naive reading of it passes, and has words for whom it does not", () => {
  fc.assert(
    fc.property(anyFilter, anyForm, (filter, posted) => {
      const read = readShape({ filter });
      if (!read.ok || read.read.condition === null) throw new Error(JSON.stringify(read));
      const values = leadValues(toldLead({}, posted));
      const judged = judgeFilter(read.read.condition, values);
      expect(judged.passes).toBe(naive(filter, (name) => values.of(name)));
      if (!judged.passes) expect(judged.why).not.toBe("");
    }),
    { numRuns: 2_000 },
  );
});
