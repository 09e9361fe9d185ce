import { requireClient } from "../scope/require-client.ts";
import type { OperatorScope } from "../scope.ts";
import { markDirectConfigStale } from "../publishing/mark-direct-config-stale.ts";
import { queries, write, type Statement } from "../statement.ts";
import { changeableOf, type FormDetails } from "./form.ts";

/** Adds a form. D1 refuses a key that any form of any tenant has or had: `forms.form_key`. */
export function insertForm(scope: OperatorScope, form: FormDetails): Statement<number>[] {
  requireClient(scope, form.client_id);
  const insert = queries.insertInto("forms").values({
    ...changeableOf(form),
    id: form.id,
    client_id: form.client_id,
    form_key: form.form_key,
    snapshot_stale: 1,
    created_at: form.created_at,
  });
  return [write(insert.compile()), markDirectConfigStale(scope, form.client_id)];
}

/**
 * Writes what may change of a form, its deletion too, and has its snapshot published anew, and what repeats are judged by while D1 is away.
 * A form never changes client or key.
 */
export function updateForm(scope: OperatorScope, form: FormDetails): Statement<number>[] {
  requireClient(scope, form.client_id);
  const update = queries
    .updateTable("forms")
    .set({ ...changeableOf(form), snapshot_stale: 1 })
    .where("id", "=", form.id)
    .where("client_id", "=", form.client_id);
  return [write(update.compile()), markDirectConfigStale(scope, form.client_id)];
}
