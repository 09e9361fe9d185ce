import { readEndpoint } from "../endpoint/endpoint.ts";
import { formAnswer } from "./form-answer.ts";
import { formParams, formSchema } from "./form-schema.ts";
import { readForm } from "./read-form.ts";

export const getForm = readEndpoint({
  path: "/api/forms/{form_id}",
  operationId: "getForm",
  tag: "Forms",
  summary: "Show a form, and whether the edge knows its last change",
  access: { permission: "config:read" },
  params: formParams,
  answer: formSchema,
  async handle({ params, access: { scope }, dependencies }) {
    const form = await readForm(params.form_id, scope, dependencies);
    return { body: formAnswer(form), version: form.updated_at };
  },
});
