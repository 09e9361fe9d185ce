// Bundles both Workers as a deploy would, and holds the producer to its size.
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { ensureInstalled, root, tool } from "./install.mjs";

const producerLimitBytes = 40 * 1024;

ensureInstalled();
for (const worker of ["producer", "consumer"]) {
  const gzipped = gzippedBundleBytes(worker);
  console.log(`${worker}: ${(gzipped / 1024).toFixed(1)} KB gzipped`);
  if (worker === "producer" && gzipped > producerLimitBytes) {
    console.error(
      `The producer's bundle is over ${producerLimitBytes / 1024} KB gzipped: it is the public face and must stay small.`,
    );
    process.exit(1);
  }
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
