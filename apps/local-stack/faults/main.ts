import { faults } from "./faults.ts";
import { faultTable } from "./report/fault-table.ts";
import { readOptions, usage, type Options } from "./report/read-options.ts";
import { playAll } from "./run/play-all.ts";
import type { Played } from "./run/play-fault.ts";

const options = read();
const chosen = faults.filter(
  ({ name }) => options.only.length === 0 || options.only.some((part) => name.startsWith(part)),
);
if (options.list || chosen.length === 0) {
  if (!options.list) console.error(`No fault is called ${options.only.join(" or ")}. There are:`);
  for (const { name, about } of faults) console.log(`${name.padEnd(28)} ${about}`);
  process.exit(options.list ? 0 : 1);
}
// Alone as among all others, so that a seed plays the same again.
const shares = faults.reduce((sum, { share = 1 }) => sum + share, 0);
const leads = Math.ceil(options.leads / shares);
const played = await playAll(chosen, { ...options, leads, onPlayed: tell });
console.log(options.json ? JSON.stringify(played, null, 2) : faultTable(played));
process.exit(played.every(({ problems }) => problems.length === 0) ? 0 : 1);

function read(): Options {
  try {
    return readOptions(process.argv.slice(2));
  } catch (error) {
    console.error(`${String(error instanceof Error ? error.message : error)}\n\n${usage}`);
    process.exit(1);
  }
}

function tell({ name, seconds, acknowledged, extra, lost, problems }: Played): void {
  const verdict = problems.length === 0 ? "held" : `BROKEN with seed ${options.seed}: ${problems.join("; ")}`;
  console.error(
    `${name} (${seconds} s): ${acknowledged} acknowledged, ${extra} extra, ${lost} lost; ${verdict}`,
  );
}
