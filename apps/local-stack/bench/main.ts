import { burst } from "./burst/burst.ts";
import { collect } from "./collect/collect.ts";
import { cost } from "./cost/cost.ts";
import { crowd } from "./crowd/crowd.ts";
import { down } from "./down/down.ts";
import { drain } from "./drain/drain.ts";
import { ingest } from "./ingest/ingest.ts";
import { lone } from "./lone/lone.ts";
import { peers } from "./peers/peers.ts";
import { profile } from "./profile/profile.ts";
import { recovery } from "./recovery/recovery.ts";
import { route } from "./route/route.ts";
import { spill } from "./spill/spill.ts";
import { startup } from "./startup/startup.ts";
import { storageMigration } from "./storage/storage-migration.ts";
import { ui } from "./ui/ui.ts";
import type { Bench } from "./report/bench.ts";
import { asJson, asTable } from "./report/render.ts";

const benches: Record<string, Bench> = {
  ingest,
  down,
  drain,
  burst,
  collect,
  cost,
  recovery,
  lone,
  crowd,
  peers,
  profile,
  route,
  spill,
  startup,
  "storage-migration": storageMigration,
  ui,
};

const name = process.argv.slice(2).find((argument) => !argument.startsWith("--")) ?? "";
const bench = benches[name];
if (bench === undefined) {
  const known = Object.entries(benches).map(([each, { about }]) => `  ${each.padEnd(17)} ${about}`);
  console.error(`Usage: pnpm bench NAME [--json]\n${known.join("\n")}`);
  process.exit(1);
}
const figures = await bench.run((text) => console.error(`${name}: ${text}`));
console.log(process.argv.includes("--json") ? asJson(figures) : asTable(figures));
process.exit(0);
