import { existsSync, globSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";

/** For each file, as a path from `root`, the pure tests of its own package that import it, however far away. */
export function relatedTests(root) {
  const related = new Map();
  for (const test of globSync("packages/{core,delivery,signing}/**/*.test.ts", { cwd: root })) {
    if (test.endsWith(".worker.test.ts")) continue;
    for (const file of reachedFrom(root, test)) related.set(file, [...(related.get(file) ?? []), test]);
  }
  return related;
}

function reachedFrom(root, test) {
  const reached = new Set([test]);
  for (const file of reached) {
    for (const [, path] of readFileSync(join(root, file), "utf8").matchAll(
      /(?:from|import) "(\..+?\.ts)"/g,
    )) {
      const target = resolve(root, dirname(file), path);
      if (existsSync(target)) reached.add(relative(root, target));
    }
  }
  return reached;
}
