import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { StartRefused } from "../start-refused.ts";
import type { StackSettings } from "../settings/stack-settings.ts";

/** A stack that was killed a moment ago may still be letting go. */
const patienceMs = 1_000;
const sqliteBusy = 5;

/** Who has the folder, for whoever comes second. */
interface Holder {
  pid: number;
  ports: StackSettings["ports"];
}

/**
 * Takes the state folder for this process alone: two stacks would deliver from the same rows. The lock is SQLite's, which the
 * operating system takes back however the process ends, and which workerd does not inherit.
 * @throws StartRefused where another stack has it.
 */
export function holdState({ stateDir, stateDirGiven, ports }: StackSettings): { release(): void } {
  mkdirSync(stateDir, { recursive: true });
  const lock = new DatabaseSync(join(stateDir, "stack.lock"), { timeout: patienceMs });
  const holderFile = join(stateDir, "stack.json");
  try {
    lock.exec("BEGIN EXCLUSIVE");
  } catch (error) {
    lock.close();
    if (!isBusy(error)) throw error;
    throw new StartRefused(
      `Another LeadRelay runs on the state in ${stateDirGiven}: ${whoHas(holderFile)} ` +
        "or give this one a state of its own with STATE_DIR=<folder>.",
    );
  }
  writeFileSync(holderFile, `${JSON.stringify({ pid: process.pid, ports } satisfies Holder)}\n`);
  return { release: () => lock.close() };
}

const isBusy = (error: unknown) =>
  error instanceof Error && "errcode" in error && error.errcode === sqliteBusy;

/** The file is written behind the lock: read in between, it is missing or of an earlier run that was cut off. */
function whoHas(holderFile: string): string {
  try {
    const { pid, ports } = JSON.parse(readFileSync(holderFile, "utf8")) as Holder;
    const { producer, consumer, receiver } = ports;
    return `process ${pid}, at ports ${producer}, ${consumer} and ${receiver}. Stop it (kill ${pid}),`;
  } catch {
    return "it has only just started. Stop it,";
  }
}
