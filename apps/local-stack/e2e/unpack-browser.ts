import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";

const folder = resolve(import.meta.dirname, "../browser");

interface ChromiumPackage {
  default: { executablePath: () => Promise<string> };
  inflate: (file: string) => Promise<string>;
  setupLambdaEnvironment: (libraries: string) => void;
}

/** What vitest does before any test: two files that unpacked it at once would start each other's half a browser. */
export const setup = async (): Promise<void> => void (await unpackBrowser());

/**
 * The browser's program, out of an npm package alone: installed and unpacked where it is not yet, ready to be launched by this process.
 * Unpacked whole or not at all, whoever else does the same meanwhile.
 */
export async function unpackBrowser(): Promise<string> {
  install();
  const main = createRequire(join(folder, "package.json")).resolve("@sparticuz/chromium");
  const chromium: ChromiumPackage = await import(pathToFileURL(main).href);
  // It takes what another version has unpacked there for its own.
  const unpacked = join(tmpdir(), `leadrelay-browser-${versionOf(main)}`);
  if (!existsSync(unpacked)) await unpack(chromium, unpacked);
  process.env["FONTCONFIG_PATH"] = join(unpacked, "fonts");
  chromium.setupLambdaEnvironment(join(unpacked, "al2023/lib"));
  return join(unpacked, "chromium");
}

async function unpack({ default: packed, inflate }: ChromiumPackage, to: string): Promise<void> {
  const half = mkdtempSync(`${to}-`);
  await within(half, async () => {
    await inflate(join(folder, "node_modules/@sparticuz/chromium/bin/al2023.tar.br"));
    await packed.executablePath();
  });
  writeFileSync(join(half, "fonts/fonts.conf"), fontsIn(join(to, "fonts")));
  try {
    renameSync(half, to);
  } catch (error) {
    if (!existsSync(to)) throw error;
    rmSync(half, { recursive: true, force: true });
  }
}

/** The package's own names folders of another place, and a browser without any font ends itself at the first character that a page's font lacks. */
const fontsIn = (folder: string): string =>
  `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig><dir>${folder}</dir><cachedir>${folder}-cache</cachedir></fontconfig>`;

/** The package goes by the folder for temporary files. */
async function within(temporary: string, act: () => Promise<void>): Promise<void> {
  const usual = process.env["TMPDIR"];
  process.env["TMPDIR"] = temporary;
  try {
    await act();
  } finally {
    if (usual === undefined) delete process.env["TMPDIR"];
    else process.env["TMPDIR"] = usual;
  }
}

const versionOf = (main: string): string => /chromium@([\d.]+)/.exec(main)?.[1] ?? "153";

function install(): void {
  if (existsSync(join(folder, "node_modules/@sparticuz/chromium/bin"))) return;
  const { status, stderr } = spawnSync("npm", ["ci", "--no-audit", "--no-fund"], {
    cwd: folder,
    encoding: "utf8",
  });
  if (status !== 0) throw new Error(`The test browser could not be installed: ${stderr}`);
}
