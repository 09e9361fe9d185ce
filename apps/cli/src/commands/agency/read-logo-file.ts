import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { usageFailure } from "../../exit/failure.ts";

/** A picture from a file, as the API takes it; what is in it is judged there. */
export function readLogoFile(path: string, cwd: string): string {
  try {
    return readFileSync(resolve(cwd, path)).toString("base64");
  } catch {
    throw usageFailure(`There is no file that can be read at ${path}.`);
  }
}
