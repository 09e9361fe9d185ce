import type { Endpoint } from "../endpoint/endpoint.ts";
import { changeForm } from "./change-form.ts";
import { createForm } from "./create-form.ts";
import { deleteForm } from "./delete-form.ts";
import { getForm } from "./get-form.ts";
import { listFormActivity } from "./list-form-activity.ts";
import { listSeenFields } from "./list-seen-fields.ts";
import { previewMapping } from "./preview-mapping.ts";
import { listForms } from "./list-forms.ts";
import { restoreForm } from "./restore-form.ts";

/** Forms: what is known of them at the edge, and what changes it. */
export const formEndpoints: readonly Endpoint[] = [
  listForms,
  createForm,
  getForm,
  changeForm,
  deleteForm,
  restoreForm,
  listSeenFields,
  previewMapping,
  listFormActivity,
];
