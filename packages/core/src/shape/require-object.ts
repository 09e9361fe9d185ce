import { WrongShape } from "./shape-problem.ts";

/** What was given as the object that it should be; throws `WrongShape`, also for a name that is none of these. */
export function requireObject(
  given: unknown,
  at: string,
  names?: readonly string[],
): Record<string, unknown> {
  if (typeof given !== "object" || given === null || Array.isArray(given))
    throw new WrongShape(at, "should be an object");
  const stray = names && Object.keys(given).find((name) => !names.includes(name));
  if (stray !== undefined)
    throw new WrongShape(
      at,
      `has ${JSON.stringify(stray.slice(0, 40))}, which is not known here: ${names?.join(", ")}`,
    );
  return { ...given };
}
