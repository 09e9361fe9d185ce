// `pnpm leadrelay …`: the command line of LeadRelay, on Node 24, in the folder it was called from.
import { spawn } from "node:child_process";
import { join } from "node:path";
import { ensureInstalled, node24, root } from "./install.mjs";

ensureInstalled();
const main = join(root, "apps", "cli", "src", "main.ts");
// pnpm runs scripts in the workspace's root and says where it was called.
const calledByPnpm = process.env["npm_lifecycle_event"] === "leadrelay";
const cwd = (calledByPnpm && process.env["INIT_CWD"]) || process.cwd();
const env = calledByPnpm ? { ...process.env, LEADRELAY_CALLED_AS: "pnpm leadrelay" } : process.env;
const cli = spawn(node24, [main, ...process.argv.slice(2)], { cwd, stdio: "inherit", env });
// Ctrl-C reaches the command itself, which ends as it sees fit.
process.on("SIGINT", () => undefined);
process.on("SIGTERM", () => cli.kill("SIGTERM"));
cli.on("error", (error) => {
  console.error(`The command could not be started: ${error.message}`);
  process.exit(1);
});
cli.on("exit", (code, signal) => process.exit(code ?? (signal === "SIGINT" ? 130 : 1)));
