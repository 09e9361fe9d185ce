import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { chromium, type Browser } from "playwright-core";

const folder = resolve(import.meta.dirname, "../browser");

interface ChromiumPackage {
  default: { executablePath: () => Promise<string> };
  inflate: (file: string) => Promise<string>;
  setupLambdaEnvironment: (libraries: string) => void;
}

/** The usual ones would switch off what our tests are about, such as the origins of pages. */
const args = [
  "--no-sandbox",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--no-first-run",
  "--disable-quic",
  "--font-render-hinting=none",
];

/** A browser out of an npm package alone, installed and unpacked where it is not yet. */
export async function openBrowser(): Promise<Browser> {
  install();
  const main = createRequire(join(folder, "package.json")).resolve("@sparticuz/chromium");
  const {
    default: packed,
    inflate,
    setupLambdaEnvironment,
  }: ChromiumPackage = await import(pathToFileURL(main).href);
  // It takes what another version has unpacked there for its own.
  const unpacked = join(tmpdir(), `leadrelay-browser-${versionOf(main)}`);
  mkdirSync(unpacked, { recursive: true });
  const usual = tmpdir();
  process.env["TMPDIR"] = unpacked;
  try {
    const libraries = await inflate(join(folder, "node_modules/@sparticuz/chromium/bin/al2023.tar.br"));
    setupLambdaEnvironment(join(libraries, "lib"));
    return await chromium.launch({ executablePath: await packed.executablePath(), args });
  } finally {
    process.env["TMPDIR"] = usual;
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
