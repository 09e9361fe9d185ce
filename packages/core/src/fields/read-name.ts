import { isTemplate } from "../placeholders/is-template.ts";
import { longestNothing, plainText } from "../placeholders/plain-text.ts";
import { withoutTemplates } from "../placeholders/without-templates.ts";

/** What scripts write where a part of a name is missing, in their letters: Null and Nan are people's names. */
const scripts: ReadonlySet<string> = new Set(["undefined", "null", "NaN"]);

/** Names are seldom taken apart: only where one of those stands somewhere in it. */
const mayHoldScripts = /undefined|null|NaN/;

/** What a whole name may be that names nobody. */
const nobody =
  /^(?:[\s\-_.,/|]*|(?:(?:undefined|null|none)[\s.,_-]*)+|n[\s./]+a\.?|\(?not (?:set|provided|given|available)\)?|unknown|anonymous|(?:your |first |last |full )name|\[object object\]|#name\?)$/i;

/** A name as typed, without the words that a script wrote for parts it did not have; undefined where nothing is left. */
export function readName(typed: string | undefined): string | undefined {
  const plain = plainText(typed ?? "", longestNothing);
  if (typed === undefined || plain === undefined) return typed;
  if (nobody.test(plain)) return undefined;
  if (isTemplate(plain)) return readPart(withoutTemplates(plain), plain);
  if (!mayHoldScripts.test(typed)) return typed;
  const words = typed.split(/\s+/);
  const left = words.filter((word) => !scripts.has(word));
  if (left.length === words.length) return typed;
  return left.length === 0 ? undefined : left.join(" ");
}

/** `Asha {{last_name}}`: what a template did not fill in is no reason to lose what it did. */
const readPart = (left: string, whole: string): string | undefined =>
  left !== whole && /\p{L}/u.test(left) ? readName(left.replaceAll(/\s+/g, " ")) : undefined;
