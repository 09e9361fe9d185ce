import { execFileSync } from "node:child_process";
import { closeSync, cpSync, openSync, rmSync, writeSync } from "node:fs";
import { DatabaseSync } from "node:sqlite";
import { afterAll, expect, test } from "vitest";
import { freePorts } from "../harness/free-ports.ts";
import { receiverClient } from "../harness/receiver-client.ts";
import { startReceiver } from "../receiver/start-receiver.ts";
import { databaseFiles } from "../src/storage/database-files.ts";
import { farEnd } from "./far-end.ts";
import { useStack } from "./use-stack.ts";

// A receiver of our own: the stack's dies with it, and forgets what it got.
const [port = 0] = await freePorts(1);
const site = await startReceiver({ producer: 0, receiver: port });
afterAll(() => site.stop());
const receiver = receiverClient(`http://127.0.0.1:${port}`);

const stack = useStack({ DEMO_MAKE_URL: `http://127.0.0.1:${port}/hook` });
const { submitSomebody, submitMany, delivery, sends } = farEnd(stack, () => receiver);
const copyOfState = () => `${stack().stateDir}-copy`;
afterAll(() => rmSync(copyOfState(), { recursive: true, force: true }));

/** Junk where the file begins, and what stood in the files beside it written into it. */
function damage(): string {
  const file = databaseFiles(stack().stateDir)["DB"] ?? "";
  const database = new DatabaseSync(file);
  database.exec("PRAGMA wal_checkpoint(TRUNCATE)");
  database.close();
  const handle = openSync(file, "r+");
  writeSync(handle, Buffer.alloc(40_960, 0xa5), 0, 40_960, 0);
  closeSync(handle);
  return file;
}

/** A start that is refused, and the commands it tells, in order. */
async function refusedStart(): Promise<{ said: string; commands: string[] }> {
  const said = await stack()
    .restart()
    .then(
      () => "",
      (error: unknown) => String(error),
    );
  const commands = said.split("\n").flatMap((line) => /^ {2}((?:mv|cp) .*)$/.exec(line)?.[1] ?? []);
  return { said, commands };
}

const type = (command = "") =>
  execFileSync("sh", ["-c", command.replace("<copy of STATE_DIR>", `'${copyOfState()}'`)]);
const isStored = async (id: string) =>
  (await stack().query("SELECT 1 FROM lead_submissions WHERE client_id = 'cli_demo' AND public_id = ?", id))
    .length === 1;

test("a damaged database is set back as the terminal says, and what was only in the journal is stored and sent once", async () => {
  const before = await submitSomebody();
  await delivery(before, "delivered");
  await stack().interrupt();
  cpSync(stack().stateDir, copyOfState(), { recursive: true });
  await stack().restart();
  const since = await submitSomebody();
  await delivery(since, "delivered");
  await stack().consumer.setFaults([{ binding: "DB", mode: "fail" }]);
  const acknowledged = await submitMany(5);
  await stack().kill9();

  const file = damage();
  const { said, commands } = await refusedStart();
  expect(said).toContain(`Its file is ${file}`);
  expect(commands).toHaveLength(2);
  for (const command of commands) type(command);
  await stack().restart();
  await expect
    .poll(() => stack().output(), { timeout: 30_000 })
    .toContain("Queued again from the journal: 5 leads of the last run.");
  for (const id of acknowledged) {
    await delivery(id, "delivered");
    expect(await sends(id)).toHaveLength(1);
  }
  // The copy has what it had; what was stored since is the receiver's alone.
  expect([await isStored(before), await isStored(since)]).toEqual([true, false]);
  expect(await sends(since)).toHaveLength(1);
});
