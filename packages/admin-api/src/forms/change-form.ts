import { z } from "@hono/zod-openapi";
import { updateForm } from "@leadrelay/db/forms/write-form";
import { valuesBefore } from "../access/values-before.ts";
import { requireContacts } from "../access/require-contacts.ts";
import { readLiveClient } from "../clients/read-client.ts";
import { changeEndpoint } from "../endpoint/endpoint.ts";
import { versionGuard } from "../endpoint/version-guard.ts";
import { changedForm } from "./form-answer.ts";
import { formName, formSettings } from "./form-fields.ts";
import { formParams, formSchema } from "./form-schema.ts";
import { hostedPage, requireHostedPage } from "./hosted-page-fields.ts";
import { spellHoneypot } from "./spell-honeypot.ts";
import { readLiveForm } from "./read-form.ts";

export const changeForm = changeEndpoint({
  method: "patch",
  path: "/api/forms/{form_id}",
  operationId: "changeForm",
  tag: "Forms",
  summary: "Change a form and publish it",
  description: "Only what is sent changes. `snapshot` in the answer tells whether the edge has it already.",
  access: { permission: "config:write" },
  params: formParams,
  body: z.strictObject({ name: formName, ...formSettings, hosted_page: hostedPage.nullable() }).partial(),
  versioned: true,
  answer: formSchema,
  async handle({ params, body, access: { scope }, dependencies, expectedVersion }) {
    const before = await readLiveForm(params.form_id, scope, dependencies);
    const client = await readLiveClient(before.client_id, scope, dependencies);
    if (body.field_mapping !== undefined) requireContacts(scope, client.id, "field_mapping");
    const guard = versionGuard(scope, "forms", before, expectedVersion, dependencies.now());
    const spelled = spellHoneypot(body);
    const form = { ...before, ...spelled, updated_at: guard.version };
    requireHostedPage(form);
    return {
      control: [guard.statement, ...updateForm(scope, form)],
      audit: [
        {
          agencyId: client.agency_id,
          clientId: client.id,
          action: "form.changed",
          subject: { kind: "form", id: form.id },
          detail: { ...spelled, ...valuesBefore({ ...before }, spelled) },
        },
      ],
      ...changedForm(form),
    };
  },
});
