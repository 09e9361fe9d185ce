import { afterAll, beforeAll, expect, test } from "vitest";
import { setTimeout as wait } from "node:timers/promises";
import { runTenantSql } from "../src/tenant-sql/run-tenant-sql.ts";
import { startPathReceiver, type PathReceiver } from "./path-receiver.ts";
import { newPerson } from "../harness/person.ts";
import { startStack, type TestStack } from "../harness/start-stack.ts";

const DELIVERY_MASTER_KEY = "test:AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";
const patient = { timeout: 90_000, interval: 200 };

let receiver: PathReceiver;
let stack: TestStack;

beforeAll(async () => {
  receiver = await startPathReceiver();
  stack = await startStack({ DELIVERY_MASTER_KEY, DEMO_MAKE_URL: receiver.url("/fast") });
  const { stdout, stderr } = await runTenantSql(
    [
      "--client=Slow client",
      "--form-key=frm_slow",
      `--make-url=${receiver.url("/slow")}`,
      "--environment=development",
    ],
    { DELIVERY_MASTER_KEY },
  );
  expect(stderr).toBe("");
  for (const statement of stdout.split("\n").filter((line) => line !== "")) await stack.query(statement);
  await stack.sweep();
});
afterAll(async () => {
  await stack.dispose();
  await receiver.stop();
});

async function post(form: string): Promise<void> {
  const { ip, ...fields } = newPerson();
  const headers = { accept: "application/json", "cf-connecting-ip": ip };
  const body = new URLSearchParams(fields);
  const answer = await fetch(`${stack.producerUrl}/f/${form}`, { method: "POST", body, headers });
  expect(answer.status).toBe(202);
}

const waitingAt = async (path: string) => {
  const client = path === "/fast" ? "= 'cli_demo'" : "<> 'cli_demo'";
  const [row] = await stack.query<{ n: number }>(
    `SELECT count(*) AS n FROM deliveries WHERE client_id ${client} AND status IN ('pending', 'in_flight')`,
  );
  return row?.n;
};

test("a receiver that takes nine seconds holds up no lead of another", async () => {
  receiver.answer("/fast", { afterMs: 50, status: 200 });
  receiver.answer("/slow", { afterMs: 9_000, status: 200 });
  // The first answer is what tells that it is slow.
  await post("frm_slow");
  await expect.poll(() => receiver.answered("/slow"), patient).toHaveLength(1);
  const leads = 60;
  for (let lead = 0; lead < leads; lead += 1) {
    await Promise.all([post("frm_demo"), post("frm_slow")]);
    await wait(25);
  }
  await expect.poll(() => new Set(receiver.answered("/fast")).size, patient).toBe(leads);
  // Six lanes of nine seconds: all of the slow one's would take a minute and a half.
  expect(receiver.answered("/slow").length).toBeLessThan(leads / 2);
  expect(receiver.answered("/fast")).toHaveLength(leads);
  receiver.answer("/slow", { afterMs: 0, status: 200 });
  await expect.poll(() => waitingAt("/slow"), patient).toBe(0);
  expect(receiver.reached("/slow")).toHaveLength(leads + 1);
});

test("a receiver that is down gets a probe now and then, spends nobody's tries, and has everything soon after it is back", async () => {
  receiver.answer("/fast", { afterMs: 0, status: 503 });
  const before = receiver.reached("/fast").length;
  const leads = 120;
  await Promise.all(Array.from({ length: leads }, () => post("frm_demo")));
  const health = () =>
    stack.query<{ state: string }>(
      "SELECT state FROM destination_health WHERE destination_id = 'dst_demo_make'",
    );
  await expect.poll(health, patient).toEqual([{ state: "down" }]);
  // As the minute's sweep does.
  await stack.sweep();
  await wait(7_000);
  expect(receiver.reached("/fast").length - before).toBeLessThanOrEqual(40);
  expect(await stack.query("SELECT id FROM dead_letters WHERE client_id = 'cli_demo'")).toEqual([]);
  receiver.answer("/fast", { afterMs: 0, status: 200 });
  await expect.poll(() => waitingAt("/fast"), patient).toBe(0);
  const delivered = await stack.query<{ public_id: string }>(
    "SELECT public_id FROM deliveries WHERE client_id = 'cli_demo' AND status = 'delivered'",
  );
  const arrived = new Set(receiver.answered("/fast"));
  expect(delivered.every(({ public_id }) => arrived.has(public_id))).toBe(true);
  expect(delivered).toHaveLength(60 + leads);
  expect(await health()).toEqual([]);
});
