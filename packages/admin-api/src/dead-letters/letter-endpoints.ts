import { getLetter } from "./get-letter.ts";
import { listGroups } from "./list-groups.ts";
import { listLetters } from "./list-letters.ts";

export const letterEndpoints = [listLetters, getLetter, listGroups];
