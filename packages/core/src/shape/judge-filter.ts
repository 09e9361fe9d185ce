// oxlint-disable-next-line typescript/triple-slash-reference -- sift has no types of this path
/// <reference path="./sift-es.d.ts" />
import { $and, $in, $ne, $nin, $nor, $or, createEqualsOperation, createQueryTester } from "sift/es/index.js";
import type { Constant } from "@leadrelay/contracts/shape";
import { compareValues, hasWithin, isBlank, isSame } from "./compare-values.ts";
import type { Condition } from "./condition.ts";
import type { LeadValue, LeadValues } from "./lead-values.ts";
import { sayUnmet } from "./say-condition.ts";

/** Whether a lead passes, or the condition that it does not meet, in words: "country is not IN". */
export type Judged = { passes: true } | { passes: false; why: string };

/** Of a field with several values, as boxes that are ticked, one that meets a comparison is enough; for `$ne` and `$nin` none may. */
export function judgeFilter(condition: Condition, lead: Pick<LeadValues, "of">): Judged {
  const meets = (part: Condition): boolean => isMet(part, lead);
  return meets(condition) ? { passes: true } : { passes: false, why: sayUnmet(condition, meets) };
}

interface Tester {
  /** Field → where its value stands. */
  places: ReadonlyMap<string, string>;
  test: (values: Record<string, LeadValue>) => boolean;
}

/** Of conditions that were judged before: to make one costs far more than to ask it, and one is asked of many leads. */
const testers = new WeakMap<Condition, Tester>();

function isMet(condition: Condition, lead: Pick<LeadValues, "of">): boolean {
  const { places, test } = testerOf(condition);
  const values: Record<string, LeadValue> = {};
  for (const [field, place] of places) values[place] = lead.of(field);
  return test(values);
}

/** Fields stand under numbers in what sift sees: no name of theirs is a path, a place in a list, or of a prototype. */
function testerOf(condition: Condition): Tester {
  const made = testers.get(condition);
  if (made !== undefined) return made;
  const places = new Map<string, string>();
  const placeOf = (field: string): string => {
    const place = places.get(field) ?? `field${places.size}`;
    places.set(field, place);
    return place;
  };
  const test: Tester["test"] = createQueryTester(queryOf(condition, placeOf), {
    operations,
    compare: (wanted: Constant, value: LeadValue) => !isList(value) && isSame(one(value), wanted),
  });
  testers.set(condition, { places, test });
  return { places, test };
}

type Query = Record<string, unknown>;

function queryOf(condition: Condition, placeOf: (field: string) => string): Query {
  if ("all" in condition) return { $and: condition.all.map((part) => queryOf(part, placeOf)) };
  if ("any" in condition) return { $or: condition.any.map((part) => queryOf(part, placeOf)) };
  if ("none" in condition) return { $nor: condition.none.map((part) => queryOf(part, placeOf)) };
  return { [placeOf(condition.field)]: { [condition.sign]: condition.value } };
}

type Operation = typeof createEqualsOperation;

const testing =
  (test: (value: LeadValue, wanted: Constant) => boolean): Operation =>
  (wanted, owner, options) =>
    createEqualsOperation((value: LeadValue) => test(value, wanted as Constant), owner, options);

const ordered = (holds: (order: number) => boolean) =>
  testing((value, wanted) => {
    const order = compareValues(one(value), wanted);
    return order !== undefined && holds(order);
  });

/** One of the values of a list is looked at at a time; the list as a whole is nothing. */
const one = (value: LeadValue | undefined) =>
  value === undefined || typeof value === "object" ? null : value;

const operations = {
  $and,
  $or,
  $nor,
  $in,
  $nin,
  $ne,
  $eq: testing((value, wanted) => !isList(value) && isSame(one(value), wanted)),
  $gt: ordered((order) => order > 0),
  $gte: ordered((order) => order >= 0),
  $lt: ordered((order) => order < 0),
  $lte: ordered((order) => order <= 0),
  $contains: testing((value, wanted) => hasWithin(one(value), wanted)),
  $exists: testing((value, wanted) => isThere(value) === wanted),
};

const isList = (value: LeadValue) => Array.isArray(value);
const isThere = (value: LeadValue | undefined) => isList(value ?? null) || !isBlank(one(value));
