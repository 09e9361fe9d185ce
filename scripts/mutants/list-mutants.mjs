import { readFileSync } from "node:fs";
import { relative } from "node:path";
import { root } from "../install.mjs";

const outcomes = { Killed: "killed", Timeout: "timedOut", Survived: "survived", NoCoverage: "noCoverage" };

/** Stryker's results as file, line, what was replaced by what, and how each ended; equivalent ones with their reason. */
export function listMutants(results, equivalents) {
  const sources = new Map();
  const linesOf = (file) => {
    if (!sources.has(file)) sources.set(file, readFileSync(file, "utf8").split("\n"));
    return sources.get(file);
  };
  return results.map((result) => {
    const lines = linesOf(result.fileName);
    const mutant = {
      file: relative(root, result.fileName),
      at: result.location.start.line,
      line: lines[result.location.start.line - 1].trim(),
      was: oneLine(textAt(lines, result.location)),
      replacement: oneLine(result.replacement),
      operator: result.mutatorName,
    };
    const outcome = outcomeOf(result);
    const known = unnoticed(outcome) && equivalents.find((each) => isSame(each, mutant));
    return known ? { ...mutant, outcome: "equivalent", reason: known.reason } : { ...mutant, outcome };
  });
}

/** Stryker says "survived" also of a mutant whose tests were chosen and then not run. */
function outcomeOf(result) {
  if (result.status === "Survived" && result.testsCompleted === 0) return "notRun";
  return outcomes[result.status] ?? "notRun";
}

const unnoticed = (outcome) => outcome === "survived" || outcome === "noCoverage";

/** Whether a mutant is the one listed as equivalent. */
export const isSame = (known, mutant) =>
  known.file === mutant.file &&
  known.line === mutant.line &&
  known.replacement === mutant.replacement &&
  (known.was === undefined || known.was === mutant.was);

const oneLine = (text) => text.replace(/\s+/g, " ").trim();

function textAt(lines, { start, end }) {
  const part = lines.slice(start.line - 1, end.line);
  part[part.length - 1] = part.at(-1).slice(0, end.column - 1);
  part[0] = part[0].slice(start.column - 1);
  return part.join("\n");
}
