import type * as z from "zod/mini";

/** Names each setting at fault; never its value, which may be a secret. */
export class WrongSettings extends Error {
  readonly problems: readonly { setting: string; detail: string }[];

  constructor(kind: string, problems: readonly { setting: string; detail: string }[]) {
    const named = problems.map(({ setting, detail }) => `${setting || "settings"} ${detail}`);
    super(`Wrong settings for a ${kind} destination: ${named.join("; ")}`);
    this.problems = problems;
  }
}

/** Reads a destination's settings by its kind's schema. Throws `WrongSettings`. */
export function readSettings<Schema extends z.ZodMiniType>(
  kind: string,
  schema: Schema,
  settings: unknown,
): z.output<Schema> {
  const read = schema.safeParse(settings);
  if (read.success) return read.data;
  const problems = read.error.issues.map(({ path, message }) => ({
    setting: path.join("."),
    detail: message,
  }));
  throw new WrongSettings(kind, problems);
}
