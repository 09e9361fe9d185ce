import { group } from "../shared/group.ts";
import { previewShape } from "./preview.ts";
import { setShape } from "./set.ts";
import { showShape } from "./show.ts";
import { undoShape } from "./undo.ts";

export const shape = group("shape", "which leads a destination gets, and how they are written for it", [
  showShape,
  setShape,
  previewShape,
  undoShape,
]);
