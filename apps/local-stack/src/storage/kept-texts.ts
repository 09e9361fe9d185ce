import { createHash, randomUUID } from "node:crypto";
import { mkdir, readFile, rename, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { repositoryRoot } from "../settings/repository-root.ts";

const defaultFolder = join(repositoryRoot, "node_modules/.cache/leadrelay/start");
/** Another version of a package is another file behind the same import. */
const lockfile = join(repositoryRoot, "pnpm-lock.yaml");

/** What took long to make, and every file it was made of (absolute paths). */
interface Made {
  text: string;
  sources: readonly string[];
}

interface Kept {
  text: string;
  /** Path → what its file was then. */
  stamps: Record<string, string>;
}

/**
 * What was made under this name by an earlier start, while every file it was made of is still what it was; else what `make` makes, kept
 * for the next. A folder that cannot be written costs the next start its time and nothing else.
 */
export async function keptText(
  name: string,
  make: () => Promise<Made>,
  folder = defaultFolder,
): Promise<string> {
  const file = join(folder, `${createHash("sha256").update(name).digest("hex")}.json`);
  const kept = await find(file);
  if (kept !== undefined) return kept;
  const begunAt = Date.now();
  const { text, sources } = await make();
  await keep(file, text, [lockfile, ...sources], begunAt).catch(() => undefined);
  return text;
}

async function find(file: string): Promise<string | undefined> {
  try {
    const { text, stamps } = JSON.parse(await readFile(file, "utf8")) as Kept;
    const paths = Object.keys(stamps);
    const now = await stampsOf(paths);
    return paths.every((path) => now[path] === stamps[path]) ? text : undefined;
  } catch {
    return undefined;
  }
}

async function keep(file: string, text: string, sources: readonly string[], begunAt: number): Promise<void> {
  const stamps = await stampsOf(sources);
  // Of a source changed since it began, nobody knows what went in.
  if (Object.values(stamps).some((stamp) => Number.parseFloat(stamp) > begunAt)) return;
  const kept: Kept = { text, stamps };
  const unfinished = `${file}.${randomUUID()}`;
  await mkdir(join(file, ".."), { recursive: true });
  await writeFile(unfinished, JSON.stringify(kept));
  // Several stacks may start at once: none reads half a file.
  await rename(unfinished, file);
}

async function stampsOf(paths: readonly string[]): Promise<Record<string, string>> {
  const stamps = await Promise.all(
    paths.map(async (path) => {
      const { mtimeMs, size } = await stat(path);
      return [path, `${mtimeMs} ${size}`] as const;
    }),
  );
  return Object.fromEntries(stamps);
}
