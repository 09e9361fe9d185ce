import { exec } from "node:child_process";
import { promisify } from "node:util";
import { expect, onTestFinished, test } from "vitest";
import { repositoryRoot } from "../src/settings/repository-root.ts";
import { freePorts } from "../harness/free-ports.ts";
import { runStack } from "../harness/stack-process.ts";
import { startStack } from "../harness/start-stack.ts";
import { useStack } from "./use-stack.ts";

/** Runs for all of them: a test that ends it starts it again. */
const stack = useStack();

const statusOf = async (url: string) => (await fetch(url)).status;

test("both Workers and every page of the demo site answer", async () => {
  const { producerUrl, consumerUrl, receiverUrl } = stack();
  expect(await statusOf(`${producerUrl}/healthz`)).toBe(200);
  expect(await statusOf(`${consumerUrl}/healthz`)).toBe(200);
  const landing = await (await fetch(receiverUrl)).text();
  expect(landing).toContain(`action="${producerUrl}/f/frm_demo"`);
  expect(await statusOf(`${receiverUrl}/thank-you`)).toBe(200);
  expect(await statusOf(`${receiverUrl}/inbox`)).toBe(200);
  expect(await statusOf(`${receiverUrl}/nowhere`)).toBe(404);
});

test("a busy port is named in one sentence, with the setting that changes it", async () => {
  const port = new URL(stack().producerUrl).port;
  const second = runStack({ PORT_PRODUCER: port, PORT_CONSUMER: "1", STATE_DIR: "/nonexistent" });
  expect(await second.ended).toBe(1);
  const expected = `Port ${port} is in use: stop what listens there, or choose another with PORT_PRODUCER=<port>.`;
  expect(second.output().trim()).toBe(expected);
});

test("a second stack on the same state refuses to start, names the first, and leaves its destination alone", async () => {
  const sealed = () => stack().query("SELECT sealed_settings, updated_at FROM destinations");
  const before = await sealed();
  const [producer = 0, consumer = 0, receiver = 0] = await freePorts(3);
  const ports = { PORT_PRODUCER: `${producer}`, PORT_CONSUMER: `${consumer}`, PORT_RECEIVER: `${receiver}` };
  const second = runStack({ ...ports, STATE_DIR: stack().stateDir });
  expect(await second.ended).toBe(1);
  const [first] = [stack().producerUrl, stack().consumerUrl, stack().receiverUrl].map(
    (url) => new URL(url).port,
  );
  expect(second.output()).toContain(`on the state in ${stack().stateDir}: process `);
  expect(second.output()).toMatch(new RegExp(`at ports ${first}, .*kill \\d+.*STATE_DIR=<folder>`));
  expect(await sealed()).toEqual(before);
});

test("a wrong setting refuses to start and names itself", async () => {
  const run = runStack({ PORT_PRODUCER: "banana", DELIVERY_TIMEOUT_MS: "soon" });
  expect(await run.ended).toBe(1);
  expect(run.output()).toContain('PORT_PRODUCER is wrong (got "banana")');
  const worker = runStack({ DELIVERY_TIMEOUT_MS: "soon" });
  expect(await worker.ended).toBe(1);
  expect(worker.output()).toContain('DELIVERY_TIMEOUT_MS is wrong (got "soon")');
});

test("Ctrl-C ends it with code 0 and lets the ports go", async () => {
  expect(await stack().interrupt()).toBe(0);
  expect(stack().output()).toMatch(/^Stopped\.$/m);
  await expect(fetch(`${stack().producerUrl}/healthz`)).rejects.toThrow();
  await stack().restart();
});

test("a person sees nothing of the first sweep before the banner", async () => {
  const first = await startStack({ LOG_FORMAT: "human" });
  onTestFinished(() => first.dispose());
  await expect.poll(() => first.output()).toContain("Ctrl-C stops it.");
  const lines = first.output().split("LeadRelay is running.")[0]?.split("\n") ?? [];
  // A slow machine is told what it waits for.
  const said = lines.filter((line) => line.trim() !== "" && !/^Still .+ \(\d+ s\) …$/.test(line.trim()));
  expect(said).toEqual([]);
});

test("state survives a restart, and the destination is sealed anew", async () => {
  const sealed = () => stack().query<{ sealed_settings: string }>("SELECT sealed_settings FROM destinations");
  await stack().query(
    "INSERT INTO blocked_ips (client_id, cidr, blocked_at) VALUES ('cli_demo', '203.0.113.7/32', 1)",
  );
  const [before] = await sealed();
  await stack().restart({ DEMO_MAKE_URL: "http://127.0.0.1:9/elsewhere" });
  expect(await stack().query("SELECT cidr FROM blocked_ips")).toEqual([{ cidr: "203.0.113.7/32" }]);
  const [after] = await sealed();
  expect(after?.sealed_settings).toMatch(/^v1\.local\./);
  expect(after?.sealed_settings).not.toBe(before?.sealed_settings);
});

test("wrangler reads the same database by the command of the README", async () => {
  const command = `wrangler d1 execute leadrelay --local -c wrangler.consumer.toml --persist-to ${stack().stateDir}`;
  const { stdout } = await promisify(exec)(
    `node_modules/.bin/${command} --command "SELECT form_key FROM forms" --json`,
    { cwd: repositoryRoot },
  );
  expect(JSON.parse(stdout)).toMatchObject([{ results: [{ form_key: "frm_demo" }] }]);
});

test("kill -9 leaves nothing behind that holds a port", async () => {
  await stack().kill9();
  await stack().restart();
  expect(await statusOf(`${stack().producerUrl}/healthz`)).toBe(200);
});
