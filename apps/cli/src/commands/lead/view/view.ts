import { group } from "../../shared/group.ts";
import { changeView } from "./change.ts";
import { deleteView } from "./delete.ts";
import { listViews } from "./list.ts";
import { saveView } from "./save.ts";

export const view = group("view", "kept views of the list of leads, as the admin UI shows them", [
  listViews,
  saveView,
  changeView,
  deleteView,
]);
