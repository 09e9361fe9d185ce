import type { Said } from "./json-shape.ts";

/** What a receiver says that did not take a lead: that it had it, or that it does not want it. */
export type Refusal = { meaning: "duplicate" | "refused"; said: Said };

const nothingWrong =
  /(?:^|\s)(?:no|without|#|zero)\s+(?:errors?|failures?|warnings?|problems?|duplicates?|rejects?)\b/g;
const duplicates =
  /\b(?:duplicates?|duplicated|dupe|dup|already (?:exists?|in|registered|known|received|submitted|have|had|been|sent|sold|there))\b/;
const refusals =
  /\b(?:reject(?:s|ed|ion)?|declin(?:e|ed)|refused?|denied|invalid|errors?|fail(?:s|ed|ure|ures)?|unauthori[sz]ed|forbidden|exception|unsold|unmatched|blocked|suspended|expired|bad request|not (?:accepted|found|valid|allowed|eligible|authori[sz]ed|sold|interested|saved|created|available)|no (?:buyers?|match(?:es)?|coverage)|out of (?:area|quota|budget|credit)|(?:limit|cap|quota) (?:reached|exceeded|full)|missing|required)\b/;

const yes = new Set(["true", "yes", "1"]);
const no = new Set(["false", "no", "0"]);
const namesOfYes = new Set("ok success successful succeeded accepted valid isvalid".split(" "));
const namesOfRefusal = new Set("rejected refused declined failed failure error errors".split(" "));
const namesOfDuplicate = new Set(["duplicate", "isduplicate"]);

/** What of an answer's words says that the lead was not taken; undefined: none does. A word for a duplicate counts first. */
export function saysRefusal(said: readonly Said[]): Refusal | undefined {
  const found = said.flatMap((one): Refusal[] => {
    const meaning = meaningOf(one);
    return meaning === undefined ? [] : [{ meaning, said: one }];
  });
  return found.find(({ meaning }) => meaning === "duplicate") ?? found[0];
}

function meaningOf({ name, words }: Said): Refusal["meaning"] | undefined {
  if (namesOfYes.has(name) && no.has(words)) return "refused";
  if (namesOfDuplicate.has(name)) return yes.has(words) ? "duplicate" : undefined;
  if (namesOfRefusal.has(name) && yes.has(words)) return "refused";
  const plain = words.replaceAll(/[_-]/g, " ").replaceAll(nothingWrong, "");
  if (duplicates.test(plain)) return /\bnot? (?:a )?duplicates?\b/.test(plain) ? undefined : "duplicate";
  return refusals.test(plain) ? "refused" : undefined;
}
