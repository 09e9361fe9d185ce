import { group } from "../shared/group.ts";
import { listCauses } from "./causes.ts";
import { countLetters } from "./count.ts";
import { discardLetters } from "./discard.ts";
import { discardLike, reopenLike } from "./group.ts";
import { listLetters } from "./list.ts";
import { replayLetters } from "./replay.ts";
import { showLetter } from "./show.ts";

export const dlq = group("dlq", "dead letters, what needs a person", [
  listCauses,
  listLetters,
  showLetter,
  replayLetters,
  discardLetters,
  discardLike,
  reopenLike,
  countLetters,
]);
