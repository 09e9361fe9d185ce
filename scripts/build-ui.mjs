// The admin UI's files, which the consumer serves; built anew only where something of it changed.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { node24, root } from "./install.mjs";

const folder = join(root, "apps", "admin-ui");
const index = join(folder, "dist", "index.html");
const stampFile = join(root, "node_modules", ".cache", "leadrelay-ui");
const inputs = [
  join(folder, "src"),
  join(folder, "public"),
  join(folder, "index.html"),
  join(folder, "vite.config.ts"),
  join(root, "packages", "client", "src"),
  join(root, "pnpm-lock.yaml"),
];

/** Builds it where it is not the one already built; exits with a sentence when that fails. */
export function ensureUi() {
  const wanted = hashOf(inputs);
  if (existsSync(index) && existsSync(stampFile) && readFileSync(stampFile, "utf8") === wanted) return;
  console.error("Building the admin UI (once; a few seconds) …");
  const vite = join(folder, "node_modules", "vite", "bin", "vite.js");
  const done = spawnSync(node24, [vite, "build", "--logLevel", "warn"], { cwd: folder, encoding: "utf8" });
  if (done.status !== 0) {
    console.error(done.stdout, done.stderr);
    console.error("The admin UI could not be built: what is wrong stands above.");
    process.exit(1);
  }
  mkdirSync(dirname(stampFile), { recursive: true });
  writeFileSync(stampFile, wanted);
}

function hashOf(paths) {
  const hash = createHash("sha256");
  for (const file of paths.flatMap(filesIn)) hash.update(`${file}\0`).update(readFileSync(file));
  return hash.digest("hex");
}

function filesIn(path) {
  if (/\.\w+$/.test(path)) return [path];
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}
