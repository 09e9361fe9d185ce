import type { FormDetails } from "@leadrelay/db/forms/form";
import { findForm } from "@leadrelay/db/forms/find-form";
import { runOne } from "@leadrelay/db/run-batch";
import type { OperatorScope } from "@leadrelay/db/scope";
import type { AdminDependencies } from "../dependencies.ts";
import { apiProblem, notFound } from "../problems/api-problem.ts";

/** The form with this id, deleted or not. Throws the 404 that hides other tenants. */
export async function readForm(
  id: string,
  scope: OperatorScope,
  { control }: Pick<AdminDependencies, "control">,
): Promise<FormDetails> {
  const [found] = await runOne(control, findForm(scope, id));
  if (found === undefined) throw notFound("form");
  return found;
}

/** The same, to be changed. Throws the 409 of a form that was deleted. */
export async function readLiveForm(...asked: Parameters<typeof readForm>): Promise<FormDetails> {
  const form = await readForm(...asked);
  if (form.deleted_at !== null)
    throw apiProblem(
      "conflict",
      "This form was deleted. Restore it first (POST /api/forms/{form_id}/restore, `leadrelay form restore FORM`, within 30 days), or add a new one under a key of its own.",
    );
  return form;
}
