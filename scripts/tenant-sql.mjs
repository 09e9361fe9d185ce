// `npm run -s tenant:sql -- …`: prints the SQL of a first client, form and Make destination for a deployment.
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { ensureInstalled, node24, root } from "./install.mjs";

ensureInstalled();
const main = join(root, "apps", "local-stack", "src", "tenant-sql.ts");
const done = spawnSync(node24, [main, ...process.argv.slice(2)], { stdio: "inherit" });
process.exit(done.status ?? 1);
