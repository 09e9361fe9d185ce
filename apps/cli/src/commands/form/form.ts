import { group } from "../shared/group.ts";
import { formActivity } from "./activity.ts";
import { changeForm } from "./change.ts";
import { createForm } from "./create.ts";
import { deleteForm } from "./delete.ts";
import { formFields } from "./fields.ts";
import { listForms } from "./list.ts";
import { hostedPage } from "./page.ts";
import { previewMapping } from "./preview.ts";
import { restoreForm } from "./restore.ts";
import { showForm } from "./show.ts";

export const form = group("form", "where leads come in", [
  listForms,
  showForm,
  createForm,
  changeForm,
  deleteForm,
  restoreForm,
  formFields,
  previewMapping,
  formActivity,
  hostedPage,
]);
