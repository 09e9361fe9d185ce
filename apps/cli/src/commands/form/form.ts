import { group } from "../shared/group.ts";
import { changeForm } from "./change.ts";
import { createForm } from "./create.ts";
import { deleteForm } from "./delete.ts";
import { listForms } from "./list.ts";
import { restoreForm } from "./restore.ts";
import { showForm } from "./show.ts";

export const form = group("form", "where leads come in", [
  listForms,
  showForm,
  createForm,
  changeForm,
  deleteForm,
  restoreForm,
]);
