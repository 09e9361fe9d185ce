import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { root } from "../../install.mjs";

interface Listed {
  file: string;
  tests: string[];
  mutants: [was: string, becomes: string, reason?: string][];
}
const list = JSON.parse(readFileSync(new URL("statements.json", import.meta.url), "utf8")) as Listed[];
const textOf = (file: string) => readFileSync(join(root, file), "utf8");

it.each(list.map(({ file, mutants }) => [file, mutants] as const))(
  "each fault listed of %s is of a text that it has once",
  (file, mutants) => {
    const odd = mutants.filter(([was]) => textOf(file).split(was).length !== 2).map(([was]) => was);
    expect(odd, "put these texts of statements.json right").toEqual([]);
  },
);

it("no file is listed twice, and every test that is named is there", () => {
  const files = list.map(({ file }) => file);
  expect(new Set(files).size).toBe(files.length);
  expect(list.flatMap(({ tests }) => tests).filter((test) => !existsSync(join(root, test)))).toEqual([]);
});
