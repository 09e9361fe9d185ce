import { existsSync, globSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";

/**
 * For each file, as a path from `root`, the pure tests of its own package that import it, however far away. Not the properties over
 * random histories: they run for seconds, a mutant has them shrink for minutes, and the tables beside them must do without.
 */
export function relatedTests(root) {
  const related = new Map();
  for (const test of globSync("packages/{core,delivery,signing}/**/*.test.ts", { cwd: root })) {
    if (/\.(worker|properties)\.test\.ts$/.test(test)) continue;
    for (const file of reachedFrom(root, test)) related.set(file, [...(related.get(file) ?? []), test]);
  }
  return related;
}

function reachedFrom(root, test) {
  const own = test.split("/").slice(0, 2).join("/");
  const reached = new Set([test]);
  for (const file of reached) {
    const text = readFileSync(join(root, file), "utf8");
    for (const [, specifier] of text.matchAll(/(?:from|import) "([^"]+)"/g)) {
      const target = specifier.startsWith(".")
        ? relative(root, resolve(root, dirname(file), specifier))
        : ofPackage(own, specifier);
      if (target?.endsWith(".ts") && existsSync(join(root, target))) reached.add(target);
    }
  }
  return reached;
}

/** Test helpers name their own package as others would. */
function ofPackage(own, specifier) {
  const [scope, name, ...rest] = specifier.split("/");
  return scope === "@leadrelay" && own === `packages/${name}` ? `${own}/src/${rest.join("/")}.ts` : undefined;
}
