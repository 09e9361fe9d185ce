import { readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "../install.mjs";
import { withFigures } from "./with-figures.mjs";

const page = join(root, "docs", "testing.md");

/** Puts the figures of a run, and the mutants that are known to be equivalent, into docs/testing.md. */
export function writeDocs(ran, folders, equivalents) {
  writeFileSync(page, withFigures(readFileSync(page, "utf8"), ran, folders, equivalents));
}

/** Throws before the run, which can take an hour, where its figures could not stand in the docs. */
export function checkDocs(ran) {
  const partial = ran.find((folder) => !isRow(folder));
  if (partial !== undefined)
    throw new Error(`${partial}: --docs takes packages and folders straight in src.`);
  withFigures(readFileSync(page, "utf8"), ran, [], []);
}

/** Only of a whole folder does the table have a row. */
function isRow(folder) {
  const [name, ...rest] = folder.split("/");
  const source = statSync(join(root, "packages", name, "src", ...rest), { throwIfNoEntry: false });
  return rest.length < 2 && source?.isDirectory() === true;
}
