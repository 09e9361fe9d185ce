import { readFileSync } from "node:fs";
import { join } from "node:path";

export interface Schema {
  $ref?: string;
  type?: string | string[];
  enum?: unknown[];
  example?: unknown;
  format?: string;
  minimum?: number;
  maxItems?: number;
  maxLength?: number;
  maxProperties?: number;
  additionalProperties?: boolean | Schema;
  properties?: Record<string, Schema>;
  items?: Schema;
  allOf?: Schema[];
  anyOf?: Schema[];
}

interface Content {
  content?: { "application/json"?: { schema: Schema } };
}

export interface Operation {
  id: string;
  method: string;
  path: string;
  /** Who may call it: a permission, or everyone who signed in. */
  access: { permission: string } | string;
  parameters: { name: string; in: string }[];
  body: Schema | undefined;
  /** Of its success. */
  status: number;
  answer: Schema | undefined;
}

interface Described {
  operationId: string;
  "x-access": { permission: string } | string;
  parameters?: { name: string; in: string }[];
  requestBody?: Content;
  responses: Record<string, Content>;
}

interface Document {
  paths: Record<string, Record<string, Described>>;
  components: { schemas: Record<string, Schema> };
}

const file = join(import.meta.dirname, "../../../packages/client/openapi.json");
const { paths, components } = JSON.parse(readFileSync(file, "utf8")) as Document;

/** Every operation of the API but signing in, as its document tells it. */
export const apiOperations: Operation[] = Object.entries(paths).flatMap(([path, methods]) =>
  (path.startsWith("/api/auth/") ? [] : Object.entries(methods)).map(([method, described]) => {
    const { operationId, parameters = [], requestBody, responses } = described;
    const status = Object.keys(responses).find((code) => code.startsWith("2")) ?? "";
    return {
      id: operationId,
      method: method.toUpperCase(),
      path,
      access: described["x-access"],
      parameters,
      body: schemaOf(requestBody),
      status: Number(status),
      answer: schemaOf(responses[status]),
    };
  }),
);

function schemaOf(described: Content | undefined): Schema | undefined {
  return described?.content?.["application/json"]?.schema;
}

/** The schema itself, where a name stands for it. */
export function resolved(schema: Schema): Schema {
  const name = schema.$ref?.split("/").at(-1);
  return name === undefined ? schema : (components.schemas[name] ?? {});
}
