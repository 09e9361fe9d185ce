import { readFileSync, statSync } from "node:fs";
import { join, resolve } from "node:path";
import * as z from "zod";

const here = resolve(import.meta.dirname, "..");
const packageSchema = z.object({ version: z.string() });

/** What a package has that was never released. */
const unreleased = "0.0.0";

/**
 * `0.1.0 (commit 95f17de0a1b2)`: the package's version and, in a checkout, the commit it is at; of what was never released the commit is
 * all that names it. @param folder of the package
 */
export function versionText(folder = here): string {
  const { version } = packageSchema.parse(JSON.parse(readFileSync(join(folder, "package.json"), "utf8")));
  const commit = findCommit(resolve(folder, "../../.git"))?.slice(0, 12);
  if (version === unreleased)
    return commit === undefined ? "of an unknown commit, not released" : `commit ${commit}, not released`;
  return commit === undefined ? version : `${version} (commit ${commit})`;
}

/** What is reported with a fault: this program's version, and what it runs on. */
export const versionReport = (): string =>
  `LeadRelay ${versionText()}\nNode ${process.versions.node}, ${process.platform} ${process.arch}`;

/** What HEAD of a checkout, or of a worktree, is at; undefined where there is none. */
function findCommit(git: string): string | undefined {
  try {
    const folder = statSync(git).isDirectory() ? git : resolve(git, "..", pointer(read(git), "gitdir: "));
    const head = read(join(folder, "HEAD"));
    if (!head.startsWith("ref: ")) return asCommit(head);
    const ref = pointer(head, "ref: ");
    const shared = resolve(folder, tryRead(join(folder, "commondir")) ?? ".");
    const packed = tryRead(join(shared, "packed-refs"))
      ?.split("\n")
      .find((line) => line.endsWith(` ${ref}`));
    return asCommit(tryRead(join(folder, ref)) ?? tryRead(join(shared, ref)) ?? packed ?? "");
  } catch {
    return undefined;
  }
}

const read = (file: string) => readFileSync(file, "utf8").trim();

function tryRead(file: string): string | undefined {
  try {
    return read(file);
  } catch {
    return undefined;
  }
}

const pointer = (text: string, before: string) => text.slice(before.length).trim();

const asCommit = (text: string) => /^[0-9a-f]{40,64}/.exec(text)?.[0];
