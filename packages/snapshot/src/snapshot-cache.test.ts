import type { FormSnapshot } from "@leadrelay/contracts/form-snapshot";
import { expect, test } from "vitest";
import { createFormCache } from "./form-cache.ts";
import { absentForMs, freshForMs, staleRetryAfterMs } from "./snapshot-cache.ts";

const snapshot: FormSnapshot = {
  v: 1,
  form_id: "form_a",
  client_id: "cli_a",
  database: "DB",
  allowed_hosts: [],
  thank_you_url: null,
  redirect_status: 301,
  bot_detection: null,
  field_mapping: {},
  default_region: null,
};

/** KV that answers as the test says, with a clock that only the test moves. */
function start() {
  const state = { stored: null as unknown, failing: false, reads: 0, now: 1_000_000 };
  const kv = {
    async get() {
      state.reads += 1;
      if (state.failing) throw new Error("KV GET failed: 500");
      return state.stored;
    },
  } as Pick<KVNamespace, "get"> as KVNamespace;
  const cache = createFormCache({ kv, now: () => state.now, prepare: (form) => form.form_id });
  return { state, lookUp: (formKey = "frm_a") => cache.lookUp(formKey) };
}

const found = { kind: "found", kept: "form_a" };

test("a snapshot is read once and used for 30 s", async () => {
  const { state, lookUp } = start();
  state.stored = snapshot;
  expect(await lookUp()).toEqual(found);
  state.now += freshForMs - 1;
  state.stored = { ...snapshot, form_id: "form_b" };
  expect(await lookUp()).toEqual(found);
  expect(state.reads).toBe(1);
  state.now += 1;
  expect(await lookUp()).toEqual({ kind: "found", kept: "form_b" });
});

test("a form that KV does not have is absent, and asked for again within seconds", async () => {
  const { state, lookUp } = start();
  expect(await lookUp()).toEqual({ kind: "absent" });
  state.stored = snapshot;
  expect(await lookUp()).toEqual({ kind: "absent" });
  state.now += absentForMs;
  expect(await lookUp()).toEqual(found);
});

test("a known form is served stale while KV fails, without asking at every request", async () => {
  const { state, lookUp } = start();
  state.stored = snapshot;
  await lookUp();
  state.now += 24 * 3_600_000;
  state.failing = true;
  expect(await lookUp()).toEqual(found);
  expect(await lookUp()).toEqual(found);
  expect(state.reads).toBe(2);
  state.now += staleRetryAfterMs;
  state.failing = false;
  state.stored = null;
  expect(await lookUp()).toEqual({ kind: "absent" });
});

test("an unknown form cannot be told while KV fails, and is asked for at the next request", async () => {
  const { state, lookUp } = start();
  state.failing = true;
  expect(await lookUp()).toEqual({ kind: "unavailable", reason: "KV GET failed: 500" });
  state.failing = false;
  state.stored = snapshot;
  expect(await lookUp()).toEqual(found);
});

test("a form that was absent a moment ago is not refused once KV fails", async () => {
  const { state, lookUp } = start();
  await lookUp();
  state.now += absentForMs;
  state.failing = true;
  expect(await lookUp()).toMatchObject({ kind: "unavailable" });
});

test.each([{ ...snapshot, v: 2 }, { ...snapshot, redirect_status: 200 }, "text", []])(
  "a snapshot that is not one of ours counts as KV failing",
  async (stored) => {
    const { state, lookUp } = start();
    state.stored = stored;
    expect(await lookUp()).toMatchObject({ kind: "unavailable" });
  },
);

test("a stranger's made-up keys do not push a known form out", async () => {
  const { state, lookUp } = start();
  state.stored = snapshot;
  await lookUp();
  state.stored = null;
  for (let index = 0; index < 5_000; index += 1) await lookUp(`made_up_${index}`);
  const { reads } = state;
  expect(await lookUp()).toEqual(found);
  expect(state.reads).toBe(reads);
});

test("KV that hangs is taken as failing after a second", async () => {
  const kv = { get: () => new Promise(() => {}) } as Partial<KVNamespace> as KVNamespace;
  const cache = createFormCache({ kv, now: Date.now, prepare: (form) => form });
  const startedAt = Date.now();
  expect(await cache.lookUp("frm_a")).toMatchObject({ kind: "unavailable" });
  expect(Date.now() - startedAt).toBeLessThan(1_500);
});
