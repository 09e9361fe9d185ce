import { expect, test } from "vitest";
import { readTable } from "./say-report.mjs";
import { tallyFolders } from "./tally-folders.mjs";
import { withFigures } from "./with-figures.mjs";

const mutantsOf = (file: string, ...outcomes: string[]) => outcomes.map((outcome) => ({ file, outcome }));
const all = ["core", "delivery", "signing"];
const empty = "before\n<!-- pnpm mutants --docs -->\n\n<!-- /pnpm mutants --docs -->\nafter\n";
const page = withFigures(
  empty,
  all,
  tallyFolders(
    [
      ...mutantsOf("packages/core/src/phone/a.ts", "killed", "survived"),
      ...mutantsOf("packages/core/src/phones/a.ts", "killed"),
      ...mutantsOf("packages/signing/src/sign.ts", "killed", "timedOut"),
      ...mutantsOf("packages/signing/src/keys/a.ts", "survived"),
    ],
    "2026-01-31",
  ),
  [{ file: "packages/core/src/phone/a.ts", line: "a || b", replacement: "a", reason: "Nobody asks." }],
);
const foldersOf = (text: string) =>
  readTable(text).map(({ folder, mutants, killed }) => ({ folder, mutants, killed }));

test("the first figures stand between the marks, with what is equivalent below them", () => {
  expect(page).toMatch(/^before\n<!-- pnpm mutants --docs -->\n\n\| folder /);
  expect(page).toMatch(/\| all +\| +6 \| +3 \| +1 \| +2 \|.* 66\.7 \| +– \|\n/);
  expect(page).toContain("| `core/phone/a.ts` | `a \\|\\| b` → `a` | Nobody asks. |");
  expect(page).toMatch(/\n\n<!-- \/pnpm mutants --docs -->\nafter\n$/);
});

test("a run of one folder leaves the figures of the others, and counts them in the sum", () => {
  const fresh = tallyFolders(
    mutantsOf("packages/core/src/phone/a.ts", "killed", "killed", "killed"),
    "2026-02-28",
  );
  const merged = withFigures(page, ["core/phone"], fresh, []);
  expect(foldersOf(merged)).toEqual([
    { folder: "core/phone", mutants: 3, killed: 3 },
    { folder: "core/phones", mutants: 1, killed: 1 },
    { folder: "signing", mutants: 2, killed: 1 },
    { folder: "signing/keys", mutants: 1, killed: 0 },
  ]);
  expect(merged).toMatch(/\| all +\| +7 \| +5 \| +1 \| +1 \|.* 85\.7 \| +– \|\n/);
});

test("each folder's row says the day it was measured on", () => {
  const fresh = tallyFolders(mutantsOf("packages/core/src/phone/a.ts", "killed"), "2026-02-28");
  const rows = readTable(withFigures(page, ["core/phone"], fresh, []));
  expect(rows.map(({ folder, measured }) => [folder, measured])).toEqual([
    ["core/phone", "2026-02-28"],
    ["core/phones", "2026-01-31"],
    ["signing", "2026-01-31"],
    ["signing/keys", "2026-01-31"],
  ]);
});

test("a folder that its package no longer has goes with the package's next run", () => {
  const fresh = tallyFolders(mutantsOf("packages/signing/src/sign.ts", "killed"), "2026-02-28");
  const folders = foldersOf(withFigures(page, ["signing"], fresh, [])).map(({ folder }) => folder);
  expect(folders).toEqual(["core/phone", "core/phones", "signing"]);
});

test.each([
  ["without the marks", "no marks here", all],
  ["whose table has other columns, where the old rows are needed", page.replace("killed", "dead"), ["core"]],
])("a page %s is left alone", (_which, text, ran) => {
  expect(() => withFigures(text, ran, [], [])).toThrow(/no marks|no table/);
});
