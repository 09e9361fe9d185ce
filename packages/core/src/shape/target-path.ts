import { shapeLimits } from "@leadrelay/contracts/shape";
import { WrongShape } from "./shape-problem.ts";

/** A step into an object by name, or into a list by place. */
export type Step = string | number;

const isPlace = /^(?:0|[1-9]\d{0,3})$/;

/**
 * A target as the steps that lead there: `phones.0.value`. A dot within a name is written `\.`, and one that begins a path with a number
 * is a name: a body is an object. Throws `WrongShape`.
 */
export function targetPath(target: string, at: string): Step[] {
  if (target.length > shapeLimits.text)
    throw new WrongShape(at, `is longer than ${shapeLimits.text} characters`);
  const names = target.split(/(?<!\\)\./).map((name) => name.replaceAll(String.raw`\.`, ".").trim());
  if (names.length > shapeLimits.steps) throw new WrongShape(at, `has more than ${shapeLimits.steps} steps`);
  return names.map((name, index): Step => {
    if (name === "") throw new WrongShape(at, "has a step without a name");
    if (name === "__proto__") throw new WrongShape(at, "has a step __proto__, which no receiver would read");
    if (index === 0 || !isPlace.test(name)) return name;
    if (Number(name) >= shapeLimits.places)
      throw new WrongShape(at, `has place ${name} of a list, which is more than ${shapeLimits.places - 1}`);
    return Number(name);
  });
}

/** Which of these paths another one cannot stand beside: it is the same, or stands within it; undefined: none. */
export function clashOf(path: readonly Step[], others: readonly (readonly Step[])[]): number | undefined {
  const found = others.findIndex((other) => {
    const both = Math.min(path.length, other.length);
    for (let index = 0; index < both; index++) {
      const [one, another] = [path[index], other[index]];
      if (one !== another) return typeof one !== typeof another;
    }
    return true;
  });
  return found === -1 ? undefined : found;
}

/** Puts a value where a path leads, with the objects and lists on the way; what a list has before it and nobody names is null. */
export function putAt(body: Record<string, unknown>, path: readonly Step[], value: unknown): void {
  let place: Record<Step, unknown> | unknown[] = body;
  path.forEach((step, index) => {
    const next = path[index + 1];
    const within: unknown =
      next === undefined ? value : (memberOf(place, step) ?? (typeof next === "number" ? [] : {}));
    if (Array.isArray(place)) {
      while (place.length < Number(step)) place.push(null);
      place[Number(step)] = within;
    } else place[step] = within;
    if (typeof within === "object" && within !== null) place = within as Record<Step, unknown> | unknown[];
  });
}

/** What stands there already, if more can stand within it. */
function memberOf(place: Record<Step, unknown> | unknown[], step: Step): unknown {
  const found: unknown = Object.hasOwn(place, step) ? (place as Record<Step, unknown>)[step] : undefined;
  return typeof found === "object" && found !== null ? found : undefined;
}
