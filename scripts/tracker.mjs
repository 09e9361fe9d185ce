// The tag as pages load it, for the producer to serve; with --check, fails when the committed one is stale. Holds it to its size.
import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { ensureInstalled, root } from "./install.mjs";

/** A page waits for nothing of it, and still pays for each byte. */
const limitBytes = 3 * 1024;

ensureInstalled();
const { build } = await import("esbuild");
const built = await build({
  entryPoints: [join(root, "packages", "tracker", "src", "tag.ts")],
  bundle: true,
  format: "iife",
  // Browsers of the last five years.
  target: "es2020",
  minify: true,
  write: false,
});
const script = built.outputFiles[0].text.trim();
const gzipped = gzipSync(script, { level: 9 }).length;
console.log(`tracker: ${(gzipped / 1024).toFixed(2)} KB gzipped`);
if (gzipped > limitBytes) {
  console.error(`That is more than ${limitBytes / 1024} KB: every page with the tag loads it.`);
  process.exit(1);
}
const hash = createHash("sha256").update(script).digest("hex").slice(0, 12);
const text = `// Generated from packages/tracker by \`pnpm tracker\`.
export const trackerScript =
  ${JSON.stringify(script)};
export const trackerHash = "${hash}";
`;
const path = join(root, "apps", "producer", "src", "tracker", "script.gen.ts");
if (!process.argv.includes("--check")) writeFileSync(path, text);
else if (readFileSync(path, "utf8") !== text) {
  console.error(
    "apps/producer/src/tracker/script.gen.ts is stale: run `pnpm tracker` and commit it with the change.",
  );
  process.exit(1);
}
