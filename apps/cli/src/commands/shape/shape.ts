import { group } from "../shared/group.ts";
import { fieldsOfShape } from "./fields.ts";
import { previewShape } from "./preview.ts";
import { setShape } from "./set.ts";
import { showShape } from "./show.ts";
import { undoShape } from "./undo.ts";

export const shape = group("shape", "which leads a destination gets, and how they are written for it", [
  showShape,
  fieldsOfShape,
  setShape,
  previewShape,
  undoShape,
]);
