/** How a value is compared; a word of the form. */
export const operators = [
  "is",
  "is_not",
  "one_of",
  "none_of",
  "more",
  "least",
  "less",
  "most",
  "contains",
  "contains_not",
  "given",
  "blank",
] as const;
export type Operator = (typeof operators)[number];

/** One comparison, as it is typed; of a list the values are joined by commas. */
export interface Rule {
  field: string;
  operator: Operator;
  value: string;
}

/** Comparisons of which all or any must hold; within it groups of their own, one level deep. */
export interface Group {
  join: "and" | "or";
  rules: readonly (Rule | SubGroup)[];
}
export interface SubGroup {
  join: "and" | "or";
  rules: readonly Rule[];
}

type Filter = Readonly<Record<string, unknown>>;

const signs: Readonly<Partial<Record<Operator, string>>> = {
  is: "$eq",
  is_not: "$ne",
  one_of: "$in",
  none_of: "$nin",
  more: "$gt",
  least: "$gte",
  less: "$lt",
  most: "$lte",
  contains: "$contains",
};
const operatorOf = new Map(Object.entries(signs).map(([operator, sign]) => [sign, operator as Operator]));

export const emptyRule: Rule = { field: "", operator: "is", value: "" };
const emptyGroup: Group = { join: "and", rules: [] };

export const isGroup = (one: Rule | SubGroup): one is SubGroup => "rules" in one;
/** Whether a rule has a value at all. */
export const takesValue = (operator: Operator): boolean => operator !== "given" && operator !== "blank";

/** The condition that a form stands for; null: none. What has no field yet is left out. */
export function toFilter({ join, rules }: Group): Filter | null {
  const parts = rules.flatMap((one): Filter[] => {
    const filter = isGroup(one) ? toFilter(one) : one.field.trim() === "" ? null : ruleFilter(one);
    return filter === null ? [] : [filter];
  });
  const [only] = parts;
  if (parts.length < 2) return only ?? null;
  return { [join === "and" ? "$and" : "$or"]: parts };
}

function ruleFilter({ field, operator, value }: Rule): Filter {
  const name = field.trim();
  if (operator === "given" || operator === "blank") return { [name]: { $exists: operator === "given" } };
  if (operator === "contains_not") return { [name]: { $not: { $contains: value } } };
  const isList = operator === "one_of" || operator === "none_of";
  return { [name]: { [signs[operator] ?? "$eq"]: isList ? listOf(value) : value } };
}

const listOf = (text: string) =>
  text
    .split(",")
    .map((part) => part.trim())
    .filter((part) => part !== "");

/** A condition as the form shows it; undefined where it says what the form cannot. */
export function fromFilter(filter: Filter | null): Group | undefined {
  if (filter === null) return emptyGroup;
  const group = groupOf(filter, 0);
  return group === undefined ? undefined : { join: group.join, rules: group.rules };
}

function groupOf(filter: Filter, depth: number): Group | undefined {
  const entries = Object.entries(filter);
  const [first] = entries;
  if (entries.length === 1 && first !== undefined && (first[0] === "$and" || first[0] === "$or")) {
    if (!Array.isArray(first[1])) return undefined;
    const parts = first[1].map((part) => partOf(part, depth));
    const known = parts.filter((part) => part !== undefined);
    return known.length === parts.length
      ? { join: first[0] === "$and" ? "and" : "or", rules: known }
      : undefined;
  }
  const rules = entries.map(([field, test]) => ruleOf(field, test));
  const known = rules.filter((rule) => rule !== undefined);
  return known.length === rules.length ? { join: "and", rules: known } : undefined;
}

function partOf(part: unknown, depth: number): Rule | SubGroup | undefined {
  if (!isObject(part)) return undefined;
  const group = groupOf(part, depth + 1);
  const [only] = group?.rules ?? [];
  if (group === undefined || only === undefined) return undefined;
  if (group.rules.length === 1) return depth === 0 || !isGroup(only) ? only : undefined;
  const rules = group.rules.filter((rule): rule is Rule => !isGroup(rule));
  return depth === 0 && rules.length === group.rules.length ? { join: group.join, rules } : undefined;
}

function ruleOf(field: string, test: unknown): Rule | undefined {
  if (field.startsWith("$")) return undefined;
  if (!isObject(test)) return isPlain(test) ? { field, operator: "is", value: String(test) } : undefined;
  const entries = Object.entries(test);
  const [sign, value] = entries[0] ?? [];
  if (entries.length !== 1 || sign === undefined) return undefined;
  if (sign === "$exists") return { field, operator: value === true ? "given" : "blank", value: "" };
  if (sign === "$not" && isObject(value)) {
    const { $contains, ...others } = value;
    return Object.keys(others).length === 0 && isPlain($contains)
      ? { field, operator: "contains_not", value: String($contains) }
      : undefined;
  }
  const operator = operatorOf.get(sign);
  if (operator === undefined) return undefined;
  if (Array.isArray(value))
    return value.every((one) => isPlain(one) && !String(one).includes(","))
      ? { field, operator, value: value.join(", ") }
      : undefined;
  return isPlain(value) ? { field, operator, value: String(value) } : undefined;
}

const isPlain = (value: unknown): value is string | number | boolean =>
  ["string", "number", "boolean"].includes(typeof value);
const isObject = (value: unknown): value is Filter =>
  typeof value === "object" && value !== null && !Array.isArray(value);
