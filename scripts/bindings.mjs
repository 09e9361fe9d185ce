// Each Worker's `Env` as its wrangler file has it; with --check, fails when the committed one is stale.
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { root, tool } from "./install.mjs";

const check = process.argv.includes("--check") ? ["--check"] : [];
for (const worker of ["producer", "consumer"]) {
  const cwd = join(root, "apps", worker);
  const args = ["types", "-c", `../../wrangler.${worker}.toml`, "--include-runtime", "false", ...check];
  const done = spawnSync(tool("wrangler"), [...args, "worker-configuration.d.ts"], { cwd, encoding: "utf8" });
  if (done.status !== 0) {
    console.error(
      done.stdout,
      done.stderr,
      `Run \`node scripts/bindings.mjs\` after a change of wrangler.${worker}.toml.`,
    );
    process.exit(1);
  }
}
