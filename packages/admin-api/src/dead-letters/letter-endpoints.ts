import { countLetters } from "./count-letters.ts";
import { discardGroup } from "./discard-group.ts";
import { discardLetter } from "./discard-letter.ts";
import { getLetter } from "./get-letter.ts";
import { listGroups } from "./list-groups.ts";
import { listLetters } from "./list-letters.ts";
import { reopenGroup } from "./reopen-group.ts";
import { replayLetter } from "./replay-letter.ts";

export const letterEndpoints = [
  listLetters,
  countLetters,
  getLetter,
  replayLetter,
  discardLetter,
  listGroups,
  discardGroup,
  reopenGroup,
];
