// Plants each mutant of statements.json, runs the tests named beside it, and says which mutants no test noticed.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { createVitest } from "vitest/node";
import { root } from "../../install.mjs";

const list = JSON.parse(readFileSync(new URL("statements.json", import.meta.url), "utf8"));
/** Tests, by name, of what is played here by nothing. */
const leftOut = new Map(JSON.parse(readFileSync(new URL("left-out.json", import.meta.url), "utf8")));
const wanted = process.argv.slice(2);
const chosen = list.filter(({ file }) => wanted.length === 0 || wanted.some((part) => file.includes(part)));
const sources = new Map(chosen.map(({ file }) => [file, readFileSync(join(root, file), "utf8")]));
const mutants = chosen.flatMap(({ file, tests, mutants: given }) =>
  given.map(([was, becomes, reason]) => ({ file, path: join(root, file), tests, was, becomes, reason })),
);

for (const { file, was } of mutants)
  if (sources.get(file).split(was).length !== 2)
    throw new Error(`${file} has no such text, or has it more than once: ${was}`);

/** The one that is planted, if any. */
let planted = null;
const plant = {
  name: "plant-a-mutant",
  enforce: "pre",
  transform: (code, id) =>
    id === planted?.path ? code.replace(planted.was, () => planted.becomes) : undefined,
};

const playedD1 = fileURLToPath(new URL("cloudflare-test.mjs", import.meta.url));
const allTests = [...new Set(mutants.flatMap(({ tests }) => tests))];
const vitest = await createVitest(
  "test",
  // A cache of modules on disk would not know of what is planted.
  {
    root,
    config: false,
    watch: false,
    include: allTests,
    reporters: [{}],
    pool: "threads",
    fsModuleCache: false,
  },
  { plugins: [plant], resolve: { alias: { "cloudflare:test": playedD1 } }, logLevel: "error" },
);

/** Names of the tests in these files that fail. Vitest's answer tells of files of earlier runs too. */
async function failing(files) {
  const isAsked = ({ moduleId }) => files.some((file) => moduleId.endsWith(file));
  const asked = (await vitest.globTestSpecifications()).filter(isAsked);
  const { testModules } = await vitest.runTestSpecifications(asked);
  return testModules
    .filter(isAsked)
    .flatMap((module) => [
      ...module.errors().map(({ message }) => `${module.relativeModuleId}: ${message}`),
      ...[...module.children.allTests("failed")]
        .map(({ fullName }) => fullName.replaceAll(" > ", " "))
        .filter((name) => !leftOut.has(name)),
    ]);
}

/** One file after the other, as they are listed: who would go on for ever in a later one has often failed in the first. */
async function killersOf(mutant) {
  planted = mutant;
  vitest.invalidateFile(mutant.path);
  let killers = [];
  for (const file of mutant.tests) if (killers.length === 0) killers = await failing([file]);
  planted = null;
  vitest.invalidateFile(mutant.path);
  return killers;
}

const broken = await failing(allTests);
if (broken.length > 0) throw new Error(`Fails with no mutant planted:\n${broken.join("\n")}`);

const counts = { killed: 0, equivalent: 0, survived: 0 };
const oneLine = (text) => text.replaceAll(/\s+/g, " ").trim();
for (const mutant of mutants) {
  const [killer] = await killersOf(mutant);
  const outcome = killer === undefined ? (mutant.reason === undefined ? "survived" : "equivalent") : "killed";
  counts[outcome] += 1;
  console.log(`${mutant.file}: ${oneLine(mutant.was)} → ${oneLine(mutant.becomes) || "nothing"}`);
  console.log(`  ${outcome}: ${killer ?? mutant.reason ?? "no test noticed"}`);
}
await vitest.close();
console.log(
  Object.entries(counts)
    .map(([outcome, count]) => `${count} ${outcome}`)
    .join(", "),
);
process.exit(0);
