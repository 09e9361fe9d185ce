import { endpoints } from "@leadrelay/admin-api/endpoints";
import { openapiDocument } from "@leadrelay/admin-api/openapi/openapi-document";
import { sampleBody, type JsonSchema } from "./sample-body.ts";

/** An operation as the served document describes it. */
export interface Operation {
  operationId: string;
  method: string;
  path: string;
  access: { permission: string } | "signed-in" | "everyone";
  parameters: { name: string; in: string; required?: boolean; schema: JsonSchema }[];
  body: JsonSchema | undefined;
  versioned: boolean;
}

const document = openapiDocument();
const components = (document.components?.schemas ?? {}) as Record<string, JsonSchema>;

interface Described {
  operationId: string;
  "x-access": Operation["access"];
  parameters?: Operation["parameters"];
  requestBody?: { content: Record<string, { schema: JsonSchema }> };
}

/** Every operation of the document but signing in, whose answers have a test of their own. */
export const operations: Operation[] = Object.entries(document.paths ?? {}).flatMap(([path, methods]) =>
  (path.startsWith("/api/auth/") ? [] : Object.entries(methods as Record<string, Described>)).map(
    ([method, described]) => ({
      operationId: described.operationId,
      method: method.toUpperCase(),
      path,
      access: described["x-access"],
      parameters: described.parameters ?? [],
      body: described.requestBody?.content["application/json"]?.schema,
      versioned: (described.parameters ?? []).some(({ name }) => name === "if-match"),
    }),
  ),
);

export const servedOperations = endpoints.length;

/**
 * A request that an owner of the house may make. `given` names what the house has: path parameters, filters, fields; under an
 * operation's id, what only that operation calls so.
 */
export function requestOf(operation: Operation, given: Readonly<Record<string, unknown>>) {
  const known = { ...given, ...(given[operation.operationId] as Record<string, unknown> | undefined) };
  const path = operation.path.replaceAll(/\{(\w+)\}/g, (_, name: string) => {
    if (typeof known[name] !== "string") throw new Error(`Tell the walk a ${name} of the house`);
    return encodeURIComponent(known[name]);
  });
  const query = operation.parameters
    .filter((parameter) => parameter.in === "query" && parameter.required === true)
    .map(({ name, schema }) => [name, String(sampleBody(schema, known, components, name))]);
  const search = query.length === 0 ? "" : `?${new URLSearchParams(query as [string, string][]).toString()}`;
  const headers: Record<string, string> = operation.versioned ? { "if-match": "*" } : {};
  return {
    path: path + search,
    headers,
    ...(operation.body === undefined ? {} : { body: sampleBody(operation.body, known, components) }),
  };
}

/** Filters of a list that name a tenant's thing. */
export const tenantFilters = (operation: Operation): string[] =>
  operation.parameters
    .filter((parameter) => parameter.in === "query" && parameter.name.endsWith("_id"))
    .map(({ name }) => name);
