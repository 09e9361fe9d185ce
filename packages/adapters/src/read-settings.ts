import type * as z from "zod/mini";

/**
 * Reads a destination's settings by its kind's schema.
 * @throws Error naming each setting at fault; never its value, which may be a secret.
 */
export function readSettings<Schema extends z.ZodMiniType>(
  kind: string,
  schema: Schema,
  settings: unknown,
): z.output<Schema> {
  const read = schema.safeParse(settings);
  if (read.success) return read.data;
  const problems = read.error.issues.map(({ path, message }) => `${path.join(".") || "settings"} ${message}`);
  throw new Error(`Wrong settings for a ${kind} destination: ${problems.join("; ")}`);
}
