import { shapeLimits, type Constant } from "@leadrelay/contracts/shape";
import { signs, type Comparison, type Condition, type Sign } from "./condition.ts";
import { readConstant } from "./read-constant.ts";
import { requireName, WrongShape } from "./shape-problem.ts";

/**
 * A MongoDB-style condition as it was given. Throws `WrongShape` for an operator that is not among ours (no code and no regular
 * expression is), a name that is no field's, and what is too deep or too much.
 */
export function readFilter(given: unknown, at: string): Condition {
  const counted = { conditions: 0, values: 0 };
  return readGroup(given, at, { counted, depth: 1 });
}

interface Place {
  counted: { conditions: number; values: number };
  depth: number;
}

const groups = { $and: "all", $or: "any", $nor: "none" } as const;

function readGroup(given: unknown, at: string, place: Place): Condition {
  if (!isObject(given)) throw new WrongShape(at, 'should be a condition such as {"country": "IN"}');
  if (place.depth > shapeLimits.depth)
    throw new WrongShape(at, `has more than ${shapeLimits.depth} conditions within one another`);
  const entries = Object.entries(given);
  if (entries.length === 0) throw new WrongShape(at, "should name at least one field");
  const parts = entries.map(([name, value]): Condition => {
    count(place, at);
    if (isGroup(name)) return readList(name, value, `${at}.${name}`, place);
    if (name.startsWith("$")) throw new WrongShape(at, unknownSign(name, Object.keys(groups)));
    requireName(name, at);
    return readField(name, value, `${at}.${name}`, place);
  });
  return oneOrAll(parts);
}

const isGroup = (name: string): name is keyof typeof groups => Object.hasOwn(groups, name);

function readList(name: keyof typeof groups, value: unknown, at: string, place: Place): Condition {
  if (!Array.isArray(value) || value.length === 0)
    throw new WrongShape(at, "should be a list of conditions, at least one");
  const inner = { ...place, depth: place.depth + 1 };
  const read = value.map((one, index) => readGroup(one, `${at}.${index}`, inner));
  const group = groups[name];
  if (group === "all") return { all: read };
  return group === "any" ? { any: read } : { none: read };
}

function readField(field: string, value: unknown, at: string, place: Place): Condition {
  if (!isObject(value)) return { field, sign: "$eq", value: readConstant(value, at) };
  const entries = Object.entries(value);
  if (entries.length === 0) throw new WrongShape(at, "should say what it is compared with");
  if (place.depth > shapeLimits.depth)
    throw new WrongShape(at, `has more than ${shapeLimits.depth} conditions within one another`);
  return oneOrAll(
    entries.map(([name, wanted]): Condition => {
      count(place, at);
      if (name === "$not")
        return { none: [readField(field, wanted, `${at}.$not`, { ...place, depth: place.depth + 1 })] };
      const sign = signs.find((one) => one === name);
      if (sign === undefined) throw new WrongShape(at, unknownSign(name, [...signs, "$not"]));
      return { field, sign, value: readWanted(sign, wanted, `${at}.${name}`, place) };
    }),
  );
}

function readWanted(sign: Sign, value: unknown, at: string, place: Place): Comparison["value"] {
  if (sign === "$exists") {
    if (typeof value !== "boolean") throw new WrongShape(at, "should be true or false");
    return value;
  }
  if (sign !== "$in" && sign !== "$nin") {
    const constant = readConstant(value, at);
    const orders = sign !== "$eq" && sign !== "$ne";
    if (orders && (constant === null || typeof constant === "boolean" || constant === ""))
      throw new WrongShape(at, "should be a number, a date or a text");
    return constant;
  }
  if (!Array.isArray(value) || value.length === 0) throw new WrongShape(at, "should be a list of values");
  place.counted.values += value.length;
  if (place.counted.values > shapeLimits.list)
    throw new WrongShape(at, `holds more than ${shapeLimits.list} values, with those of other lists`);
  return value.map((one, index): Constant => readConstant(one, `${at}.${index}`));
}

function count({ counted }: Place, at: string): void {
  counted.conditions += 1;
  if (counted.conditions > shapeLimits.conditions)
    throw new WrongShape(at, `has more than ${shapeLimits.conditions} conditions`);
}

const unknownSign = (name: string, known: readonly string[]) =>
  `has ${JSON.stringify(name.slice(0, 40))}, which is not among the operators that are allowed: ${known.join(", ")}`;

const oneOrAll = (parts: readonly Condition[]): Condition =>
  parts.length === 1 && parts[0] !== undefined ? parts[0] : { all: parts };

const isObject = (value: unknown): value is object =>
  typeof value === "object" && value !== null && !Array.isArray(value);
