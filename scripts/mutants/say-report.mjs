const columns = {
  folder: "folder",
  mutants: "mutants",
  killed: "killed",
  timedOut: "timed out",
  survived: "survived",
  noCoverage: "no coverage",
  equivalent: "equivalent",
  notRun: "not run",
  score: "score %",
  measured: "measured",
};

const texts = new Set(["folder", "measured"]);
const counted = Object.keys(columns).filter((key) => !texts.has(key) && key !== "score");

/** The report as text: a table of folders, each mutant that no test noticed, and what is listed in vain. */
export function sayReport({ folders, mutants, lost }) {
  const survivors = mutants.filter(({ outcome }) => outcome !== "timedOut");
  return [...tableLines(folders), "", ...survivors.map(sayMutant), ...lost.map(sayLost)].join("\n");
}

/** Markdown, so that it can stand in the docs as it is printed. */
export function tableLines(folders) {
  const rows = [columns, ...folders].map((row) => Object.keys(columns).map((key) => String(row[key] ?? "–")));
  const widths = rows[0].map((_, at) => Math.max(...rows.map((row) => row[at].length)));
  const lines = rows.map((row) => {
    const cells = row.map((cell, at) => (at === 0 ? cell.padEnd(widths[at]) : cell.padStart(widths[at])));
    return `| ${cells.join(" | ")} |`;
  });
  const rule = widths.map((width, at) => (at === 0 ? "-".repeat(width) : `${"-".repeat(width - 1)}:`));
  return [lines[0], `| ${rule.join(" | ")} |`, ...lines.slice(1)];
}

/** The rows that `tableLines` wrote, without `all` and the scores, which follow from them. */
export function readTable(text) {
  const rows = text.split("\n").map((line) =>
    line
      .split("|")
      .map((cell) => cell.trim())
      .slice(1, -1),
  );
  const from = rows.findIndex((row) => row.join() === Object.values(columns).join());
  if (from === -1) throw new Error("There is no table of mutants with these columns.");
  const table = rows.slice(from + 2);
  const end = table.findIndex((row) => row.length === 0);
  return table
    .slice(0, end === -1 ? undefined : end)
    .filter(([folder]) => folder !== "all")
    .map(([folder, ...cells]) => ({
      folder,
      ...Object.fromEntries(counted.map((key, at) => [key, Number(cells[at])])),
      measured: cells.at(-1),
    }));
}

const words = {
  survived: "survived",
  noCoverage: "no coverage",
  equivalent: "equivalent",
  notRun: "not run",
};

function sayMutant({ file, at, was, replacement, operator, outcome, reason }) {
  const what = `${file}:${at}  ${words[outcome]}  ${operator}: ${was} -> ${replacement}`;
  return reason ? `${what}  (${reason})` : what;
}

const sayLost = ({ file, line, was, replacement }) =>
  `${file}  listed as equivalent, but no mutant that survives: ${was ?? line} -> ${replacement}`;
