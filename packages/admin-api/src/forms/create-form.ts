import { z } from "@hono/zod-openapi";
import { requireLiveClient } from "@leadrelay/db/clients/require-live-client";
import type { FormDetails } from "@leadrelay/db/forms/form";
import { insertForm } from "@leadrelay/db/forms/write-form";
import { requireContacts } from "../access/require-contacts.ts";
import { deletedMeanwhile, readLiveClient } from "../clients/read-client.ts";
import { changeEndpoint } from "../endpoint/endpoint.ts";
import { changedForm } from "./form-answer.ts";
import { formKey, formName, formSettings } from "./form-fields.ts";
import { spellHoneypot } from "./spell-honeypot.ts";
import { formSchema } from "./form-schema.ts";

const usual = {
  field_mapping: {},
  allowed_hosts: [],
  thank_you_url: null,
  redirect_status: 301,
  honeypot_mode: null,
  default_region: null,
  duplicate_window_minutes: null,
  reengage_hours: null,
  reengage_basis: "last_submission",
  identity_guard: null,
  hosted_page: null,
} satisfies Partial<FormDetails>;

export const createForm = changeEndpoint({
  method: "post",
  path: "/api/forms",
  operationId: "createForm",
  tag: "Forms",
  summary: "Add a form to a client",
  description: "It takes submissions once its snapshot is published: within about a minute everywhere.",
  access: { permission: "config:write" },
  body: z.strictObject({
    client_id: z.string().min(1).max(100),
    name: formName,
    form_key: formKey
      .optional()
      .openapi({ description: "Made up when not given. No two forms ever have the same." }),
    ...z.object(formSettings).partial().shape,
  }),
  status: 201,
  answer: formSchema,
  async handle({ body, access: { scope }, dependencies }) {
    const client = await readLiveClient(body.client_id, scope, dependencies);
    if (body.field_mapping !== undefined) requireContacts(scope, client.id, "field_mapping");
    const at = dependencies.now();
    const form: FormDetails = {
      ...usual,
      form_key: madeUpKey(dependencies.newId()),
      ...spellHoneypot(body),
      id: `form_${dependencies.newId()}`,
      snapshot_stale: true,
      created_at: at,
      updated_at: at,
      deleted_at: null,
    };
    return {
      control: [requireLiveClient(scope, client.id), ...insertForm(scope, form)],
      conflicts: {
        ...deletedMeanwhile,
        "forms.form_key": "This form key is taken, or was once: choose another, or leave it out.",
      },
      audit: [
        {
          agencyId: client.agency_id,
          clientId: client.id,
          action: "form.created",
          subject: { kind: "form", id: form.id },
          detail: { ...body, form_key: form.form_key },
        },
      ],
      ...changedForm(form, { location: `/api/forms/${form.id}` }),
    };
  },
});

/** `frm_` and the random end of a UUIDv7: 60 bits. A key is public, so nothing hangs on guessing it. */
const madeUpKey = (id: string) => `frm_${id.replaceAll("-", "").slice(-15)}`;
