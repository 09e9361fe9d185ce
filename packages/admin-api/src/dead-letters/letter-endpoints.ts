import { discardLetter } from "./discard-letter.ts";
import { getLetter } from "./get-letter.ts";
import { listGroups } from "./list-groups.ts";
import { listLetters } from "./list-letters.ts";
import { replayLetter } from "./replay-letter.ts";

export const letterEndpoints = [listLetters, getLetter, replayLetter, discardLetter, listGroups];
