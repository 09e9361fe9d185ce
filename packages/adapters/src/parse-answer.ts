import type * as z from "zod/mini";

/** What `schema` names of a JSON answer; undefined where it is no JSON, or of another shape. Never throws. */
export function parseAnswer<Schema extends z.ZodMiniType>(
  schema: Schema,
  { body }: { body: string },
): z.output<Schema> | undefined {
  try {
    return schema.safeParse(JSON.parse(body)).data;
  } catch {
    return undefined;
  }
}
