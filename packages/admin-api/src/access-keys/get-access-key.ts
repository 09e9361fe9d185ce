import { readEndpoint } from "../endpoint/endpoint.ts";
import { accessKeyParams, accessKeySchema } from "./access-key-schema.ts";
import { readAccessKey } from "./read-access-key.ts";

export const getAccessKey = readEndpoint({
  path: "/api/access-keys/{key_id}",
  operationId: "getAccessKey",
  tag: "Access keys",
  summary: "Show an access key",
  description: "Its secret is never shown again.",
  access: { permission: "keys:manage" },
  params: accessKeyParams,
  answer: accessKeySchema,
  async handle({ params, access: { scope }, dependencies }) {
    const key = await readAccessKey(params.key_id, scope, dependencies);
    return { body: key, version: key.updated_at };
  },
});
