import { isRepeated, isRow } from "./is-row.ts";
import { longestNothing } from "./plain-text.ts";
import { saysNothing } from "./says-nothing.ts";
import { wordsOf } from "./words-of.ts";

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

/**
 * Whether a browser's id is one that many browsers send: a variable nobody filled in, a word, one sign over and over, a counting row,
 * or so short that it tells no two apart. What is short and no word (`v1`) is left to the rule that a contradicted match is none.
 */
export function isPlaceholderVisitorId(text: string): boolean {
  if (text.length > longestNothing) return false;
  if (saysNothing(text)) return true;
  const said = wordsOf(text);
  const signs = said.join("");
  return signs.length < 2 || isRepeated(signs) || isRow(signs) || said.every((word) => words.has(word));
}
