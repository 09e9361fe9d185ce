import { get, type IncomingMessage } from "node:http";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { freePorts } from "../harness/free-ports.ts";
import { receiverClient, type ReceiverClient } from "../harness/receiver-client.ts";
import { startReceiver, type Receiver } from "./start-receiver.ts";

let receiver: Receiver;
let client: ReceiverClient;
let url: string;

beforeAll(async () => {
  const [port] = (await freePorts(1)) as [number];
  receiver = await startReceiver({ producer: 1, receiver: port });
  url = `http://127.0.0.1:${port}`;
  client = receiverClient(url);
});
afterAll(() => receiver.stop());
beforeEach(() => client.clear());

const deliver = async (body: string) => {
  const answer = await fetch(`${url}/hook`, { method: "POST", body });
  return { status: answer.status, body: await answer.text() };
};

test("without a script it answers as Make does", async () => {
  expect(await deliver("{}")).toEqual({ status: 200, body: "Accepted" });
});

test("scripted answers come in order, each as often as asked, then Make's again", async () => {
  await client.behave([
    { status: 500, body: "no", times: 2 },
    { status: 429, headers: { "retry-after": "3" } },
  ]);
  expect(await deliver("1")).toEqual({ status: 500, body: "no" });
  expect(await deliver("2")).toEqual({ status: 500, body: "no" });
  expect(await deliver("3")).toEqual({ status: 429, body: "Too Many Requests" });
  expect(await deliver("4")).toEqual({ status: 200, body: "Accepted" });
});

test("a script that cannot be followed is refused with what is wrong", async () => {
  const answer = await fetch(`${url}/hook/_behave`, { method: "POST", body: '[{"status": "teapot"}]' });
  expect(answer.status).toBe(400);
  expect(await answer.text()).toContain("status");
  const nonsense = await fetch(`${url}/hook/_behave`, { method: "POST", body: "[{status: 500}]" });
  expect(nonsense.status).toBe(400);
  expect(await nonsense.json()).toMatchObject({ problem: "The body is not JSON" });
});

test("what arrived is kept with the answer it got: JSON parsed, other text as it was", async () => {
  await client.behave([{ status: 503 }]);
  await deliver('{"first_name":"Asha"}');
  await deliver("not json");
  const received = await client.received();
  expect(received.map(({ body, status }) => ({ body, status }))).toEqual([
    { body: { first_name: "Asha" }, status: 503 },
    { body: "not json", status: 200 },
  ]);
});

test("a hanging answer never comes, and is shown as not answered", async () => {
  await client.behave([{ hang: true }]);
  const waiting = fetch(`${url}/hook`, { method: "POST", body: "{}", signal: AbortSignal.timeout(200) });
  await expect(waiting).rejects.toThrow();
  expect((await client.received()).map(({ status }) => status)).toEqual([null]);
});

test("clearing forgets deliveries and the script", async () => {
  await client.behave([{ status: 500 }]);
  await deliver("1");
  await client.behave([{ status: 500 }]);
  await client.clear();
  expect(await client.received()).toEqual([]);
  expect((await deliver("2")).status).toBe(200);
});

test("the inbox counts the tries of one delivery", async () => {
  const body = '{"make_send_public_id":"dlv-1"}';
  await deliver(body);
  await fetch(`${url}/inbox/feed`);
  await deliver(body);
  const feed = await (await fetch(`${url}/inbox/feed`)).json();
  expect(feed).toMatchObject({ total: 2, entries: [{ attempt: 2 }, { attempt: 1 }] });
});

test("the inbox counts a webhook's deliveries apart, by the id in their envelope", async () => {
  for (const id of ["hook-1", "hook-2", "hook-2"])
    await deliver(JSON.stringify({ data: { delivery_id: id } }));
  const feed = await (await fetch(`${url}/inbox/feed`)).json();
  expect(feed).toMatchObject({ entries: [{ attempt: 2 }, { attempt: 1 }, { attempt: 1 }] });
});

test("the inbox's header says which page it is, and nothing is looked for without JavaScript", async () => {
  const page = await (await fetch(`${url}/inbox`)).text();
  expect(page).toContain('<a href="/inbox" aria-current="page">');
  expect(page.match(/aria-current="page"/g)).toHaveLength(1);
  expect(page.split("<script>")[0]).not.toContain("Looking for deliveries");
});

test("another site's page scripts no answers, posts nothing and sees nothing", async () => {
  const headers = { origin: "https://evil.example", "content-type": "text/plain" };
  const script = await fetch(`${url}/hook/_behave`, { method: "POST", headers, body: '[{"status": 410}]' });
  expect([script.status, await script.json()]).toEqual([
    403,
    { problem: expect.stringContaining("another site's page") as unknown },
  ]);
  expect((await fetch(`${url}/hook`, { method: "POST", headers, body: "{}" })).status).toBe(403);
  expect((await fetch(`${url}/hook/_received`, { headers: { origin: "null" } })).status).toBe(403);
  expect(await client.received()).toEqual([]);
  expect(await deliver("{}")).toEqual({ status: 200, body: "Accepted" });
});

test("by a name that was made to lead here nothing is answered, not even a page", async () => {
  const port = Number(new URL(url).port);
  for (const path of ["/", "/inbox/feed", "/hook/_received"]) {
    const answer = await new Promise<IncomingMessage>((resolve, reject) => {
      get({ host: "127.0.0.1", port, path, headers: { host: "evil.example" } }, resolve).on("error", reject);
    });
    answer.resume();
    expect([path, answer.statusCode]).toEqual([path, 403]);
  }
});

test.each(["/", "/inbox", "/thank-you", "/none"])(
  "the page at %s loads nothing from elsewhere and stands in no frame",
  async (path) => {
    const { headers } = await fetch(url + path);
    const policy = headers.get("content-security-policy") ?? "";
    for (const part of [
      "default-src 'none'",
      "connect-src 'self'",
      "form-action 'self'",
      "frame-ancestors 'none'",
      "base-uri 'none'",
    ])
      expect(policy).toContain(part);
  },
);
