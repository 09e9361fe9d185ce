import { sealedSettingsAt, type Destination } from "@leadrelay/db/destinations/destination";
import { createSealer } from "@leadrelay/signing/seal";
import { expect, test } from "vitest";
import { openSettings } from "./open-settings.ts";

const masterKey = `k1:${btoa(String.fromCharCode(...new Uint8Array(32).fill(7)))}`;

/** A destination whose settings are sealed, and a sealer that counts how often it is asked for. */
async function sealedDestination(plain: string) {
  const sealer = await createSealer(masterKey);
  const id = `dst_${crypto.randomUUID()}`;
  const destination: Destination = {
    id,
    client_id: "cli",
    name: "Make",
    kind: "make",
    sealed_settings: await sealer.seal(plain, sealedSettingsAt(id)),
    enabled: true,
    takes_test: false,
    environments: ["production"],
    event_types: ["lead.created"],
    retry_schedule: null,
    timeout_ms: null,
    hold_after_refusals: null,
    reply: null,
    limits: null,
    after: {},
    shape_json: null,
    deleted: false,
    health: null,
  };
  const asked = { times: 0 };
  const ask = async () => {
    asked.times += 1;
    return sealer;
  };
  return { destination, ask, asked };
}

test("settings are opened once, however many deliveries need them", async () => {
  const { destination, ask, asked } = await sealedDestination('{"url":"https://hook.example.com/a"}');
  for (let delivery = 0; delivery < 30; delivery += 1)
    expect(await openSettings(destination, ask)).toEqual({ url: "https://hook.example.com/a" });
  expect(asked.times).toBe(1);
});

test("a secret that was rotated is opened anew", async () => {
  const { destination, ask, asked } = await sealedDestination('{"url":"https://hook.example.com/a"}');
  await openSettings(destination, ask);
  const sealer = await ask();
  const sealed_settings = await sealer.seal('{"url":"b"}', sealedSettingsAt(destination.id));
  expect(await openSettings({ ...destination, sealed_settings }, ask)).toEqual({ url: "b" });
  expect(asked.times).toBe(3);
});

test("another destination's seal does not open, even one already open", async () => {
  const { destination, ask } = await sealedDestination('{"url":"https://hook.example.com/a"}');
  await openSettings(destination, ask);
  await expect(openSettings({ ...destination, id: "dst_other" }, ask)).rejects.toThrow();
});

test("settings that are not JSON are refused without a word of them", async () => {
  const { destination, ask } = await sealedDestination("s3cr3t-token");
  const refused = openSettings(destination, ask);
  await expect(refused).rejects.toThrow("what was sealed is not JSON");
  await expect(refused).rejects.not.toThrow("s3cr3t");
});

test("settings that say nothing are opened once too", async () => {
  const { destination, ask, asked } = await sealedDestination("null");
  for (let delivery = 0; delivery < 3; delivery += 1) expect(await openSettings(destination, ask)).toBeNull();
  expect(asked.times).toBe(1);
});

test("of five hundred destinations all are kept open, of one more the first is opened anew", async () => {
  const opened = [];
  for (let each = 0; each < 500; each += 1) opened.push(await sealedDestination("{}"));
  for (const { destination, ask } of opened) await openSettings(destination, ask);
  for (const { destination, ask } of opened) await openSettings(destination, ask);
  expect(opened.every(({ asked }) => asked.times === 1)).toBe(true);
  const another = await sealedDestination("{}");
  await openSettings(another.destination, another.ask);
  const [first, ...others] = opened;
  for (const { destination, ask } of others) await openSettings(destination, ask);
  if (first !== undefined) await openSettings(first.destination, first.ask);
  expect([first?.asked.times, others.every(({ asked }) => asked.times === 1)]).toEqual([2, true]);
});
