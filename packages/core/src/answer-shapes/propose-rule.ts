import type { Said } from "./json-shape.ts";
import type { Refusal } from "./says-refusal.ts";

/**
 * A response rule by which the answer would be judged, as flags of `destination change`; null where nothing in it is plain enough to go by.
 * @param usually what the receiver's usual answer says
 */
export function proposeRule(
  said: readonly Said[],
  usually: readonly Said[],
  refusal: Refusal | undefined,
): string | null {
  if (refusal !== undefined) return ofRefusal(refusal);
  // Another word where the usual answer has its own: that one is known to be good.
  for (const { path, value } of usually) {
    if (path === null || value === undefined) continue;
    const here = said.find((one) => one.path === path);
    if (here !== undefined && here.words !== value.toLowerCase() && isPlain(value))
      return flags([
        ["answer_at", path],
        ["accepted_when", value],
      ]);
  }
  return null;
}

function ofRefusal({ meaning, said: { path, value, words } }: Refusal): string | null {
  const setting = meaning === "duplicate" ? "duplicate_when" : "refused_when";
  if (path !== null && value !== undefined && isPlain(value))
    return flags([
      ["answer_at", path],
      [setting, value],
    ]);
  // A sentence is looked for anywhere, by what of it stays the same.
  const phrase = words
    .split(/[#,":]/)
    .map((part) => part.trim())
    .find((part) => /[a-z]{4}/.test(part) && isPlain(part));
  return phrase === undefined ? null : flags([[setting, phrase]]);
}

const flags = (settings: readonly [name: string, value: string][]) =>
  settings.map(([name, value]) => `--set ${quoted(`${name}=${value}`)}`).join(" ");

/** What a receiver says stands in a command that people copy: nothing there may mean anything to a shell, or to a list of words. */
const isPlain = (text: string) => /^[\p{L}\p{N}][\p{L}\p{N} _.-]{0,59}$/u.test(text);

const quoted = (text: string) => (/^[\w.=-]+$/.test(text) ? text : `'${text}'`);
