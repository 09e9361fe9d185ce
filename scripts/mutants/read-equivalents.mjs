import { readdirSync, readFileSync } from "node:fs";

const folder = new URL("./equivalent/", import.meta.url);

/**
 * Mutants that change nothing anybody could see, with the reason. One is known by its file, the text of its line and
 * what replaces what, so it is found again when lines move, and lost when the line changes, which `findLost` tells.
 */
export function readEquivalents() {
  return readdirSync(folder).flatMap((name) => JSON.parse(readFileSync(new URL(name, folder), "utf8")));
}
