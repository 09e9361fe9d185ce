import { InvalidArgumentError } from "@commander-js/extra-typings";

/** A form's own field names, as they were given, → ours. */
export type Mapping = Readonly<Record<string, string>>;

/** As the API compares names: two that it takes for one are one entry. It refuses what is told apart here and is one there. */
export const sameName = (name: string): string =>
  name
    .trim()
    .toLowerCase()
    .normalize("NFC")
    .replaceAll(/\[([^[\]]*)\]/g, (_, key: string) => (key.trim() === "" ? "" : `.${key.trim()}`));

/** Gathers `theirs=ours` of an option that may be repeated; `none` stands for no entry at all. Their name may hold a `=`, ours has none. */
export function collectMapping(text: string, before: Mapping = {}): Mapping {
  if (text.trim() === "none") return before;
  const at = text.lastIndexOf("=");
  const [theirs, ours] = [text.slice(0, Math.max(at, 0)).trim(), text.slice(at + 1).trim()];
  if (theirs === "" || ours === "")
    throw new InvalidArgumentError("It should be written as theirs=ours, such as your-email=email.");
  const twin = Object.keys(before).find((name) => sameName(name) === sameName(theirs));
  if (twin !== undefined) throw new InvalidArgumentError(`${twin} is named twice.`);
  return { ...before, [theirs]: ours };
}

/** Gathers names of an option that may be repeated. */
export const collectNames = (text: string, before: readonly string[] = []): readonly string[] => [
  ...before,
  text.trim(),
];
