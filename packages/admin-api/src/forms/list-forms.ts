import { listForms as formsOf } from "@leadrelay/db/forms/list-forms";
import { readEndpoint } from "../endpoint/endpoint.ts";
import { ownedPageQuery, readOwnedPage } from "../pages/owned-page.ts";
import { pageOf } from "../pages/page.ts";
import { formAnswer } from "./form-answer.ts";
import { formSchema } from "./form-schema.ts";

export const listForms = readEndpoint({
  path: "/api/forms",
  operationId: "listForms",
  tag: "Forms",
  summary: "List forms",
  description: "Client by client, newest first.",
  access: { permission: "config:read" },
  query: ownedPageQuery,
  answer: pageOf(formSchema),
  async handle({ query, access: { scope }, dependencies: { control } }) {
    const { items, next_cursor } = await readOwnedPage(formsOf, { query, scope, control });
    return { body: { items: items.map(formAnswer), next_cursor } };
  },
});
