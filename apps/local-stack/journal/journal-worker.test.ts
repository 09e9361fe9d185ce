import type { SubmissionMessage } from "@leadrelay/contracts/submission-message";
import { convertV4MiniflareOptions, Miniflare } from "miniflare";
import { randomUUID } from "node:crypto";
import { resolve } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { afterEach, beforeEach, expect, test } from "vitest";
import { bundlePlain } from "../src/runtime/bundle-worker.ts";
import { journalWorker } from "../src/runtime/journal-worker-options.ts";

const caller = resolve(import.meta.dirname, "test-caller.ts");

let miniflare: Miniflare;
beforeEach(async () => {
  const options = {
    name: "caller",
    compatibilityDate: "2026-11-01",
    modules: [{ type: "ESModule" as const, path: "caller.js", contents: await bundlePlain(caller) }],
    serviceBindings: { JOURNAL: { name: "journal" } },
    queueConsumers: { leads: { maxBatchTimeout: 0 } },
  };
  miniflare = new Miniflare(
    convertV4MiniflareOptions({ cf: false, workers: [options, await journalWorker()] }),
  );
  await miniflare.ready;
});
afterEach(() => miniflare.dispose());

async function call<Result>(method: string, ...parameters: unknown[]): Promise<Result> {
  const body = JSON.stringify(parameters);
  const answer = await miniflare.dispatchFetch(`http://caller/${method}`, { method: "POST", body });
  return (await answer.json()) as Result;
}
const put = (...messages: SubmissionMessage[]) => call("put", ...messages);
const listStale = (untouchedForMs: number, limit = 10) =>
  call<SubmissionMessage[]>("listStale", untouchedForMs, limit);

function message(note: string): SubmissionMessage {
  const context = { ip: null, country: null, city: null, region: null, timezone: null, asn: null };
  return {
    v: 1,
    type: "submission",
    submission_id: randomUUID(),
    received_at: 1,
    form_key: "frm_demo",
    form: null,
    channel: "browser",
    is_bot: false,
    fields: { name: "Asha" },
    payload: { name: "Asha" },
    notes: [note],
    context: { ...context, user_agent: null, referrer: null },
  };
}

test("an entry comes back as it was put, and a later put of a submission replaces the earlier", async () => {
  const first = message("first");
  const second = { ...first, notes: ["second"] };
  await put(first);
  await put(second);
  await wait(5);
  expect(await listStale(1)).toEqual([second]);
});

test("a committed entry is gone, the others stay", async () => {
  const [stays, goes] = [message("stays"), message("goes")];
  await put(stays, goes);
  await call("del", goes.submission_id);
  await wait(5);
  expect(await listStale(1)).toEqual([stays]);
});

test("only entries untouched for long enough are stale, the oldest first and no more than asked", async () => {
  const [old, older, fresh] = [message("old"), message("older"), message("fresh")];
  await put(older);
  await wait(5);
  await put(old);
  await wait(1_050);
  await put(fresh);
  expect(await listStale(1_000, 1)).toEqual([older]);
  expect(await listStale(1_000)).toEqual([old]);
});

test("each listing doubles the time until the next", async () => {
  await put(message("poor thing"));
  await wait(620);
  expect(await listStale(600)).toHaveLength(1);
  await wait(200);
  expect(await listStale(600)).toHaveLength(0);
  await wait(1_050);
  expect(await listStale(600)).toHaveLength(1);
});

test("what an earlier run left is queued again, what this run put is not", async () => {
  const left = Array.from({ length: 250 }, (_, index) => message(String(index)));
  await put(...left);
  await wait(5);
  const startedAt = Date.now();
  await wait(5);
  await put(message("of this run"));
  const journal = await miniflare.getWorker("journal");
  const answer = await journal.fetch(`http://journal/requeue?before=${startedAt}`, { method: "POST" });
  expect(await answer.json()).toEqual({ requeued: 250 });
  const ids = (messages: SubmissionMessage[]) => messages.map((each) => each.submission_id).toSorted();
  await expect.poll(async () => ids(await call("queued")), { timeout: 5_000 }).toEqual(ids(left));
});
