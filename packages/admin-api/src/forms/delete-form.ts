import { updateForm } from "@leadrelay/db/forms/write-form";
import { readClient } from "../clients/read-client.ts";
import { changeEndpoint } from "../endpoint/endpoint.ts";
import { versionGuard } from "../endpoint/version-guard.ts";
import { changedForm, formAnswer } from "./form-answer.ts";
import { formParams, formSchema } from "./form-schema.ts";
import { readForm } from "./read-form.ts";

export const deleteForm = changeEndpoint({
  method: "delete",
  path: "/api/forms/{form_id}",
  operationId: "deleteForm",
  tag: "Forms",
  summary: "Delete a form",
  description:
    "It takes no more submissions within about a minute; what was accepted until then is stored and delivered. Its key is never given again, and for 30 days the form can be restored.",
  access: { permission: "config:write" },
  params: formParams,
  answer: formSchema,
  async handle({ params, access: { scope }, dependencies }) {
    const before = await readForm(params.form_id, scope, dependencies);
    if (before.deleted_at !== null)
      return { answer: { body: formAnswer(before), version: before.updated_at }, audit: [] };
    const client = await readClient(before.client_id, scope, dependencies);
    const now = dependencies.now();
    const guard = versionGuard(scope, "forms", before, null, now);
    const form = { ...before, deleted_at: now, updated_at: guard.version };
    return {
      control: [guard.statement, ...updateForm(scope, form)],
      audit: [
        {
          agencyId: client.agency_id,
          clientId: client.id,
          action: "form.deleted",
          subject: { kind: "form", id: form.id },
          detail: { name: form.name, form_key: form.form_key },
        },
      ],
      ...changedForm(form),
    };
  },
});
