// Installs what is missing with nothing but npm: pnpm by exact version, and through it Node 24, workerd and the rest.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

export const root = fileURLToPath(new URL("..", import.meta.url));
const pnpm = "pnpm@12.21.0";
const stampFile = join(root, "node_modules", ".leadrelay-installed");

/** Node 24 from the workspace's own dependencies, whatever the system has. */
export const node24 = join(root, "node_modules", ".bin", "node");

/** Path of a workspace tool. */
export const tool = (name) => join(root, "node_modules", ".bin", name);

/** Installs unless the lockfile is the one already installed; exits with a sentence when that fails. */
export function ensureInstalled() {
  const wanted = createHash("sha256")
    .update(readFileSync(join(root, "pnpm-lock.yaml")))
    .digest("hex");
  if (existsSync(node24) && existsSync(stampFile) && readFileSync(stampFile, "utf8") === wanted) return;
  console.error("Installing what LeadRelay needs (once; about half a minute) …");
  const npx = process.platform === "win32" ? "npx.cmd" : "npx";
  const args = ["--yes", pnpm, "install", "--frozen-lockfile", "--reporter=append-only"];
  const done = spawnSync(npx, args, { cwd: root, encoding: "utf8", env: { ...process.env, CI: "true" } });
  if (done.status !== 0) {
    console.error(done.stdout, done.stderr);
    console.error(
      `The install failed: ${pnpm} ended with ${done.status ?? done.error}. Is the npm registry reachable?`,
    );
    process.exit(1);
  }
  mkdirSync(join(root, "node_modules"), { recursive: true });
  writeFileSync(stampFile, wanted);
}
