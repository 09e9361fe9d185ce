import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { repositoryRoot } from "../../src/settings/repository-root.ts";

const source = join(import.meta.dirname, "contender");
/** Beside the workspace's packages and not among them: nothing of the product may come to need the contender's. */
const folder = join(repositoryRoot, "node_modules", ".cache", "leadrelay-peers");

/** The folder with the contender's programs and its packages, which are fetched when they are not there yet. */
export function installContender(): string {
  const wanted = readFileSync(join(source, "package.json"), "utf8");
  const stamp = join(folder, "node_modules", ".installed-from");
  const isInstalled = existsSync(stamp) && readFileSync(stamp, "utf8") === wanted;
  if (!isInstalled) rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  cpSync(source, folder, { recursive: true });
  if (isInstalled) return folder;
  const npm = process.platform === "win32" ? "npm.cmd" : "npm";
  const args = ["install", "--no-audit", "--no-fund", "--no-package-lock"];
  const done = spawnSync(npm, args, { cwd: folder, encoding: "utf8" });
  if (done.status !== 0) throw new Error(`The contender could not be installed: ${done.stderr}`);
  cpSync(join(folder, "package.json"), stamp);
  return folder;
}
