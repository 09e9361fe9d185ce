// Bundles both Workers as a deploy would, and holds them to their sizes.
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { ensureUi } from "./build-ui.mjs";
import { ensureInstalled, root, tool } from "./install.mjs";

/** Gzipped. 40 KB of the producer were the form path's alone; the rest is the tag and the doors of other sources (docs/decisions/0059, 0060). */
const limits = { producer: 60 * 1024, consumer: 700 * 1024 };
const uiLimits = { shell: 140 * 1024, view: 200 * 1024 };

ensureInstalled();
ensureUi();
for (const [worker, limit] of Object.entries(limits)) {
  const gzipped = gzippedBundleBytes(worker);
  console.log(`${worker}: ${(gzipped / 1024).toFixed(1)} KB gzipped`);
  if (gzipped > limit) {
    console.error(
      `The ${worker}'s bundle is over ${limit / 1024} KB gzipped: what is bundled is evaluated or read at each start.`,
    );
    process.exit(1);
  }
}

holdUi();

/** What a browser loads before it shows anything, and with each page, gzipped; fonts and pictures are not counted. */
function holdUi() {
  const dist = join(root, "apps", "admin-ui", "dist");
  const manifest = JSON.parse(readFileSync(join(dist, ".vite", "manifest.json"), "utf8"));
  const size = (file) => gzipSync(readFileSync(join(dist, file))).length;
  const needs = (name, seen = new Set()) => {
    const { file, imports = [], css = [] } = manifest[name];
    for (const one of [file, ...css]) seen.add(one);
    for (const one of imports) if (!seen.has(manifest[one].file)) needs(one, seen);
    return seen;
  };
  const sum = (files) => [...files].reduce((bytes, file) => bytes + size(file), 0);
  const shell = needs("index.html");
  const frame = needs("src/shell/frame.tsx", new Set(shell));
  const views = Object.keys(manifest).filter((name) => name.endsWith("-page.tsx"));
  const largest = Math.max(...views.map((name) => sum(needs(name, new Set(frame)))));
  hold("admin UI, shell", sum(frame), uiLimits.shell);
  hold("admin UI, largest first view", largest, uiLimits.view);
}

function hold(what, bytes, limit) {
  console.log(`${what}: ${(bytes / 1024).toFixed(1)} KB gzipped`);
  if (bytes <= limit) return;
  console.error(`That is more than ${limit / 1024} KB: load lazily what not everybody needs at once.`);
  process.exit(1);
}

function gzippedBundleBytes(worker) {
  const outdir = mkdtempSync(join(tmpdir(), `leadrelay-${worker}-`));
  const args = ["deploy", "--dry-run", "-c", `wrangler.${worker}.toml`, "--outdir", outdir];
  try {
    const done = spawnSync(tool("wrangler"), args, { cwd: root, encoding: "utf8" });
    if (done.status === 0) return gzipSync(readFileSync(join(outdir, "index.js"))).length;
    console.error(done.stdout, done.stderr);
  } finally {
    rmSync(outdir, { recursive: true, force: true });
  }
  process.exit(1);
}
