// Plants mutants in the named folders, runs the tests that reach each, and says which ones no test noticed.
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { Stryker } from "@stryker-mutator/core";
import { root } from "../install.mjs";
import { findLost } from "./find-lost.mjs";
import { listMutants } from "./list-mutants.mjs";
import { folderNamed, packages, patternsOf } from "./patterns-of.mjs";
import { readEquivalents } from "./read-equivalents.mjs";
import { sayReport } from "./say-report.mjs";
import { tallyFolders } from "./tally-folders.mjs";
import { checkDocs, writeDocs } from "./write-docs.mjs";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    json: { type: "string" },
    concurrency: { type: "string", default: "1" },
    docs: { type: "boolean" },
  },
});

const ran = positionals.length > 0 ? positionals.map(folderNamed) : packages;
if (values.docs) checkDocs(ran);
const stryker = new Stryker({
  configFile: "scripts/mutants/stryker.config.json",
  mutate: patternsOf(ran),
  concurrency: Number(values.concurrency),
});
const equivalents = readEquivalents();
const mutants = listMutants(await stryker.runMutationTest(), equivalents);
const report = {
  folders: tallyFolders(mutants, new Date().toISOString().slice(0, 10)),
  mutants: mutants.filter(({ outcome }) => outcome !== "killed"),
  lost: findLost(ran, mutants, equivalents),
};

console.log(sayReport(report));
const file = values.json ?? join(root, "reports", "mutants", "report.json");
mkdirSync(join(file, ".."), { recursive: true });
writeFileSync(file, JSON.stringify(report, undefined, 2));
if (values.docs) writeDocs(ran, report.folders, equivalents);
// Survivors are what was asked for; only what could not be tried, or is listed in vain, is an error.
if (report.lost.length > 0 || mutants.some(({ outcome }) => outcome === "notRun")) process.exitCode = 1;
