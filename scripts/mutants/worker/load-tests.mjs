import { vi } from "vitest";
import { collectTests } from "./collected-tests.mjs";

const loaders = import.meta.glob([
  "../../../packages/{core,delivery,signing}/**/*.test.ts",
  "!**/*.worker.test.ts",
  "!**/node_modules/**",
]);

const kept = new Map();

/** Loads a test file, `packages/…`, with all it imports of ours as if for the first time. */
export async function loadTests(file) {
  vi.resetModules();
  const tests = await collectTests(loaders[`../../../${file}`]);
  return tests.map(({ name, run }) => ({ id: `${file}#${name}`, name, run }));
}

/** The same, loaded without a mutant and kept until `forgetTests`: what its modules remember of a mutant is there for the next one. */
export async function keepTests(file) {
  const tests = kept.get(file) ?? (await loadTests(file));
  kept.set(file, tests);
  return tests;
}

export const forgetTests = (file) => void kept.delete(file);

/** Test ids begin with their file. */
export const fileOf = (id) => id.slice(0, id.indexOf("#"));
