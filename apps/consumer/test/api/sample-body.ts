/** As much of JSON Schema as the API's document uses. */
export interface JsonSchema {
  $ref?: string;
  type?: string | string[];
  properties?: Record<string, JsonSchema>;
  required?: string[];
  items?: JsonSchema;
  enum?: unknown[];
  const?: unknown;
  anyOf?: JsonSchema[];
  oneOf?: JsonSchema[];
  allOf?: JsonSchema[];
  format?: string;
  minLength?: number;
  minItems?: number;
  minimum?: number;
}

/**
 * The least value a schema takes; what the schema cannot tell is looked up by the field's name.
 * @throws for a field it cannot make up, so that a new operation is not silently left out of the walk
 */
export function sampleBody(
  schema: JsonSchema,
  known: Readonly<Record<string, unknown>>,
  components: Readonly<Record<string, JsonSchema>>,
  name = "body",
): unknown {
  if (name in known) return known[name];
  if (schema.$ref !== undefined) {
    const referred = components[schema.$ref.split("/").at(-1) ?? ""];
    if (referred === undefined) throw new Error(`The document has no ${schema.$ref}`);
    return sampleBody(referred, known, components, name);
  }
  if (schema.const !== undefined) return schema.const;
  if (schema.enum !== undefined) return schema.enum[0];
  const [variant] = schema.anyOf ?? schema.oneOf ?? [];
  if (variant !== undefined) return sampleBody(variant, known, components, name);
  const type = Array.isArray(schema.type) ? schema.type[0] : schema.type;
  if (type === "object" || schema.allOf !== undefined) return sampleObject(schema, known, components);
  if (type === "array") {
    const length = schema.minItems ?? 0;
    return Array.from({ length }, () => sampleBody(schema.items ?? {}, known, components, `${name}[]`));
  }
  if (type === "string" && schema.format === "email") return "someone@example.com";
  if (type === "string") return "sample".repeat(Math.ceil((schema.minLength ?? 1) / 6));
  if (type === "integer" || type === "number") return schema.minimum ?? 1;
  if (type === "boolean") return true;
  throw new Error(`Cannot make up ${name}: tell the walk what to send`);
}

function sampleObject(
  schema: JsonSchema,
  known: Readonly<Record<string, unknown>>,
  components: Readonly<Record<string, JsonSchema>>,
): Record<string, unknown> {
  const parts = [schema, ...(schema.allOf ?? [])];
  const properties = Object.assign({}, ...parts.map((part) => part.properties ?? {})) as Record<
    string,
    JsonSchema
  >;
  const required = new Set(parts.flatMap((part) => part.required ?? []));
  const named = Object.keys(properties).filter((name) => required.has(name) || name in known);
  return Object.fromEntries(
    named.map((name) => [name, sampleBody(properties[name] ?? {}, known, components, name)]),
  );
}
