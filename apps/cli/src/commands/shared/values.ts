import { InvalidArgumentError } from "@commander-js/extra-typings";

/** What stands for "as the installation says" or "none" in an option whose value may be absent. */
const absent = new Set(["none", "default"]);

/** A value that may be set to nothing. Commander would make an empty text of a bare null. */
interface Settable<Value> {
  to: Value | null;
}

/** Reads an option that may also be `none` or `default`, which is null. */
export const orNone =
  <Value>(read: (text: string) => Value) =>
  (text: string): Settable<Value> => ({ to: absent.has(text) ? null : read(text) });

/** A value that is what was typed. */
export const asTyped = (text: string): string => text;

export function readNumber(text: string): number {
  const value = Number(text);
  if (text.trim() === "" || !Number.isFinite(value) || value < 0)
    throw new InvalidArgumentError("It should be a number from 0.");
  return value;
}

export function readOnOff(text: string): boolean {
  if (text !== "on" && text !== "off") throw new InvalidArgumentError("It should be on or off.");
  return text === "on";
}

/** Reads a reason in somebody's own words; the … that a command is printed with stands for them. */
export function readReason(text: string): string {
  if (/^[\s.…<>]*$|^<.*>$/.test(text))
    throw new InvalidArgumentError(`${text} stands for your own words: say why, such as "spam".`);
  return text;
}

/** Gathers `name=value` of an option that may be repeated. */
export function collectPairs(text: string, before: Record<string, string> = {}): Record<string, string> {
  const at = text.indexOf("=");
  if (at < 1) throw new InvalidArgumentError("It should be written as name=value.");
  return { ...before, [text.slice(0, at)]: text.slice(at + 1) };
}
