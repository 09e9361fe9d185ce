import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "../install.mjs";
import { tableLines } from "./say-report.mjs";

const page = join(root, "docs", "testing.md");
const part = /(<!-- pnpm mutants --docs -->\n)[^]*(\n<!-- \/pnpm mutants --docs -->)/;

/** Puts the figures of a run, and the mutants that are known to be equivalent, into docs/testing.md. */
export function writeDocs({ folders }, equivalents) {
  const known = equivalents.map(({ file, line, was, replacement, reason }) => ({
    where: code(file.replace(/^packages\/|src\//g, "")),
    mutant: `${code(was ?? line)} → ${code(replacement)}`,
    reason,
  }));
  const lines = [
    ...tableLines(folders),
    "",
    "These survive because nobody could notice them; they are not counted:",
    "",
    "| Where | Mutant | Why nobody can notice |",
    "| --- | --- | --- |",
    ...known.map(
      ({ where, mutant, reason }) => `| ${where} | ${mutant} | ${reason.replaceAll("|", "\\|")} |`,
    ),
  ];
  const text = readFileSync(page, "utf8");
  writeFileSync(
    page,
    text.replace(part, (_all, begin, end) => `${begin}\n${lines.join("\n")}\n${end}`),
  );
}

/** Code in a table's cell: backticks in it need longer ones around it, and a pipe would end the cell. */
function code(text) {
  const short = text.length > 100 ? `${text.slice(0, 99)}…` : text;
  const fence = "`".repeat(Math.max(0, ...(short.match(/`+/g) ?? []).map((run) => run.length)) + 1);
  const edge = /^`|`$/.test(short) ? " " : "";
  return `${fence}${edge}${short.replaceAll("|", "\\|")}${edge}${fence}`;
}
