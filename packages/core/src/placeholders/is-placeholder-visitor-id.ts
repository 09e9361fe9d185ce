import { isRepeated, isRow } from "./is-row.ts";
import { longestNothing } from "./plain-text.ts";
import { saysNothing } from "./says-nothing.ts";
import { wordsOf } from "./words-of.ts";

/** `%7B%7Bvisitor_id%7D%7D` */
const escapes = /%[\da-f]{2}/gi;

/** Words that name what an id is, or that there is none, and are none. */
const words: ReadonlySet<string> = new Set(
  `undefined, null, nan, none, nil, na, no, not, n, a, set, empty, blank, missing, void, unknown, anonymous,
  anonym, anon, guest, nobody, default, dummy, example, sample, placeholder, test, testing, demo, debug, todo,
  tbd, true, false, yes, error, invalid, object, function, id, ids, uid, uuid, guid, cid, sid, vid, key, value,
  string, your, my, the, here, visitor, visitorid, user, userid, client, clientid, session, sessionid, browser,
  device, cookie, abc, asdf, qwerty, optout, opted, out, denied, disabled, blocked, pending, loading`.split(
    /,\s+/,
  ),
);

/** What a script wrote for a part that it did not have: of `GA1.1.undefined.undefined` nothing is the browser's. */
const missing: ReadonlySet<string> = new Set(["undefined", "null", "nan"]);

/** So many signs of so few kinds are no chance's: `00000000-0000-0000-0000-000000000001`, `xxxxxxxx-xxxx-4xxx-yxxx-xxxxxxxxxxxx`. */
const pattern = { fewest: 16, most: 40, kinds: 3 };

/**
 * Whether a browser's id is one that many browsers send: a variable nobody filled in, a word, one sign over and over, a counting row,
 * a pattern for one, or so short that it tells no two apart. What is short and no word (`v1`) is left to the rule that a contradicted match is none.
 */
export function isPlaceholderVisitorId(text: string): boolean {
  if (text.length > longestNothing) return false;
  if (saysNothing(text)) return true;
  const said = wordsOf(text.replaceAll(escapes, " "));
  const signs = said.join("");
  return (
    signs.length < 2 ||
    isRepeated(signs) ||
    isRow(signs) ||
    isPattern(signs) ||
    said.filter((word) => missing.has(word)).length > 1 ||
    said.every((word) => words.has(word))
  );
}

const isPattern = (signs: string) =>
  signs.length >= pattern.fewest && signs.length <= pattern.most && new Set(signs).size <= pattern.kinds;
