import type { openapiDocument } from "./openapi-document.ts";

/** As much of JSON Schema as our document uses. */
export interface Schema {
  $ref?: string;
  type?: string | string[];
  description?: string;
  properties?: Record<string, Schema>;
  required?: string[];
  items?: Schema;
  enum?: unknown[];
  const?: unknown;
  anyOf?: Schema[];
  oneOf?: Schema[];
  allOf?: Schema[];
  additionalProperties?: Schema | boolean;
  default?: unknown;
  minimum?: number;
  maximum?: number;
  minLength?: number;
  maxLength?: number;
  format?: string;
}

export interface DescribedOperation {
  method: string;
  path: string;
  operationId: string;
  summary: string;
  description: string;
  parameters: { name: string; in: string; required: boolean; description: string; schema: Schema }[];
  body: Schema | null;
  answers: { status: string; description: string; schema: Schema | null }[];
}

interface Content {
  content?: Record<string, { schema: Schema }>;
}
interface RawOperation {
  tags?: string[];
  operationId?: string;
  summary?: string;
  description?: string;
  parameters?: { name: string; in: string; required?: boolean; schema?: Schema }[];
  requestBody?: Content;
  responses?: Record<string, Content & { description?: string }>;
}

/** The document's operations as a page shows them, in the document's order. */
export function operationsByTag(
  document: ReturnType<typeof openapiDocument>,
): [tag: string, operations: DescribedOperation[]][] {
  const all = Object.entries(document.paths ?? {}).flatMap(([path, methods]) =>
    Object.entries(methods as Record<string, RawOperation>).map(([method, operation]) => ({
      tag: operation.tags?.[0] ?? "",
      operation: describe(method, path, operation),
    })),
  );
  const groups = Map.groupBy(all, ({ tag }) => tag);
  return [...groups].map(([tag, found]) => [tag, found.map(({ operation }) => operation)]);
}

const describe = (method: string, path: string, operation: RawOperation): DescribedOperation => ({
  method: method.toUpperCase(),
  path,
  operationId: operation.operationId ?? "",
  summary: operation.summary ?? "",
  description: operation.description ?? "",
  parameters: (operation.parameters ?? []).map((parameter) => ({
    name: parameter.name,
    in: parameter.in,
    required: parameter.required === true,
    description: parameter.schema?.description ?? "",
    schema: parameter.schema ?? {},
  })),
  body: schemaOf(operation.requestBody),
  answers: Object.entries(operation.responses ?? {}).map(([status, answer]) => ({
    status,
    description: answer.description ?? "",
    schema: schemaOf(answer),
  })),
});

const schemaOf = (content: Content | undefined): Schema | null =>
  Object.values(content?.content ?? {})[0]?.schema ?? null;

/** Where a heading is found on the page. */
export const anchor = (name: string) => name.toLowerCase().replaceAll(/[^a-z0-9]+/g, "-");

export const schemaAnchor = (name: string) => `schema-${anchor(name)}`;

/** The name of the schema a reference leads to. */
export const referredName = (reference: string) => reference.split("/").at(-1) ?? reference;
