import { readFileSync } from "node:fs";
import { parse, TomlError } from "smol-toml";
import type * as z from "zod";
import { usageFailure } from "../exit/failure.ts";

/** A TOML file as its schema reads it, or undefined when there is none. A wrong one is a usage error that names file and key. */
export function readTomlFile<Schema extends z.ZodType>(
  path: string,
  schema: Schema,
  refuse: (table: Record<string, unknown>) => void = () => undefined,
): z.output<Schema> | undefined {
  const text = textOf(path);
  if (text === undefined) return undefined;
  const table = tableOf(path, text);
  refuse(table);
  const read = schema.safeParse(table);
  if (read.success) return read.data;
  const wrong = read.error.issues.map(({ path: keys, message, ...issue }) =>
    issue.code === "unrecognized_keys"
      ? `\`${[...keys, ...issue.keys].join(".")}\` is not known here`
      : `\`${keys.join(".")}\` ${message}`,
  );
  throw usageFailure(`${path}: ${wrong.join("; ")}`);
}

function textOf(path: string): string | undefined {
  try {
    return readFileSync(path, "utf8");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw usageFailure(`${path} cannot be read: ${(error as Error).message}`);
  }
}

function tableOf(path: string, text: string): Record<string, unknown> {
  try {
    return parse(text);
  } catch (error) {
    if (!(error instanceof TomlError)) throw error;
    const [what = ""] = error.message.split("\n");
    throw usageFailure(`${path}, line ${error.line}: ${what}`);
  }
}
