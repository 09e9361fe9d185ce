import { isWithin, packages } from "./patterns-of.mjs";
import { readTable, tableLines } from "./say-report.mjs";
import { withSum } from "./tally-folders.mjs";

const part = /(?<=<!-- pnpm mutants --docs -->\n)[^]*(?=\n<!-- \/pnpm mutants --docs -->)/;

/** The page with the figures of the folders that ran in the place of their old ones, and all that are equivalent. */
export function withFigures(text, ran, folders, equivalents) {
  const [old] = part.exec(text) ?? [];
  if (old === undefined) throw new Error("docs/testing.md has no marks to put the figures between.");
  const isWhole = packages.every((name) => ran.includes(name));
  const kept = isWhole ? [] : readTable(old).filter(({ folder }) => !isWithin(ran, folder));
  const fresh = folders.filter(({ folder }) => folder !== "all");
  const lines = [
    ...tableLines(withSum([...kept, ...fresh])),
    "",
    "These survive because nobody could notice them; they are not counted:",
    "",
    "| Where | Mutant | Why nobody can notice |",
    "| --- | --- | --- |",
    ...equivalents.map(sayEquivalent),
  ];
  return text.replace(part, () => `\n${lines.join("\n")}\n`);
}

function sayEquivalent({ file, line, was, replacement, reason }) {
  const where = code(file.replace(/^packages\/|src\//g, ""));
  return `| ${where} | ${code(was ?? line)} → ${code(replacement)} | ${reason.replaceAll("|", "\\|")} |`;
}

/** Code in a table's cell: backticks in it need longer ones around it, and a pipe would end the cell. */
function code(text) {
  const short = text.length > 100 ? `${text.slice(0, 99)}…` : text;
  const fence = "`".repeat(Math.max(0, ...(short.match(/`+/g) ?? []).map((run) => run.length)) + 1);
  const edge = /^`|`$/.test(short) ? " " : "";
  return `${fence}${edge}${short.replaceAll("|", "\\|")}${edge}${fence}`;
}
