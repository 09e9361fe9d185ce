import { migrationNames } from "@leadrelay/db/database/migration-names";
import { kvKeys } from "@leadrelay/contracts/kv-keys";
import { deadLetterId } from "@leadrelay/core/ids/derived-id";
import { recordSizes } from "@leadrelay/db/database/recorded-sizes";
import { runBatch, runOne } from "@leadrelay/db/run-batch";
import { pipelineScope } from "@leadrelay/db/scope";
import { recordSweep } from "@leadrelay/db/sweeps/sweep-run";
import { applyD1Migrations, env } from "cloudflare:test";
import { v7 } from "uuid";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { testApi } from "../../../../test/api/admin-api.ts";
import { calmInstallation } from "../../../../test/api/calm-installation.ts";
import { deadDelivery, heldDelivery } from "../../../../test/api/dead-delivery.ts";
import { newHouse, type House } from "../../../../test/api/people.ts";
import { failing, hanging } from "../../../../test/failing.ts";
import { rows } from "../../../../test/tenant.ts";

beforeAll(() => applyD1Migrations(env.DB, env.TEST_MIGRATIONS));
const minute = 60_000;
const now = Date.now();

beforeEach(() => calmInstallation(now));

interface Shown {
  name: string;
  state: string;
  message: string;
  what_to_do: string | null;
  since: number | null;
}

const healthAs = async (as: string, given: Parameters<typeof testApi>[0] = {}) => {
  const { status, body } = await testApi(given).call("GET", "/api/health", { as });
  expect(status).toBe(200);
  const checks = body.checks as Shown[];
  return { body, check: (name: string) => checks.find((check) => check.name === name) };
};

const dueSince = (house: House, dueAt: number, status = "pending", leaseUntil: number | null = null) =>
  env.DB.prepare(
    "UPDATE deliveries SET status = ?, settled_at = NULL, next_attempt_at = ?, lease_until = ? WHERE client_id = ?",
  )
    .bind(status, dueAt, leaseUntil, house.clientId)
    .run();

describe("a healthy installation", () => {
  it("is told to its owners in full, to others as far as it is theirs", async () => {
    const house = await newHouse({ installation: true });
    await env.DB.prepare("UPDATE forms SET snapshot_stale = 0, deleted_at = 1 WHERE id = ?")
      .bind(house.formId)
      .run();
    await env.DB.prepare("UPDATE clients SET direct_config_stale = 0, direct_config_format = 2").run();
    const { body } = await healthAs(house.owner);
    expect(body).toMatchObject({ state: "ok", covers: "installation", server_time: expect.any(Number) });
    expect(body.checks.map(({ name }: Shown) => name)).toEqual(
      expect.arrayContaining([
        "bindings",
        "migrations",
        "clock",
        "sweep",
        "spills",
        "snapshot_drift",
        "replays",
      ]),
    );
    const { body: part } = await healthAs(house.viewer);
    expect(part).toMatchObject({ state: "ok", covers: "clients" });
    expect(part.checks.map(({ name }: Shown) => name)).not.toContain("bindings");
  });
});

describe("what is amiss is said, with what to do", () => {
  it("a migration that is missing", async () => {
    const house = await newHouse({ installation: true });
    const last = migrationNames.at(-1) ?? "";
    const [row] = await rows<{ id: number }>("SELECT * FROM d1_migrations WHERE name = ?", last);
    await env.DB.prepare("UPDATE d1_migrations SET name = 'another' WHERE id = ?").bind(row?.id).run();
    const { check } = await healthAs(house.owner);
    await env.DB.prepare("UPDATE d1_migrations SET name = ? WHERE id = ?").bind(last, row?.id).run();
    expect(check("migrations")).toMatchObject({ state: "problem", message: expect.stringContaining(last) });
  });

  it("a database that fills, with how full it is, how fast, and what to do", async () => {
    const house = await newHouse({ installation: true });
    const GB = 1e9;
    const sizes = async (bytes: number, name = "DB") => {
      const asked = { leadDatabaseNames: ["DB", "DB_2"], leadDatabase: () => env.DB };
      await env.DB.prepare("DELETE FROM database_sizes WHERE database = ?").bind(name).run();
      for (const [at, size] of [
        [now - 3 * 24 * 60 * minute, bytes - 0.3 * GB],
        [now, bytes],
      ] as const)
        await runBatch(env.DB, recordSizes(pipelineScope, [{ database: name, bytes: size }], at));
      return (await healthAs(house.owner, asked)).check("database_sizes");
    };
    expect((await healthAs(house.owner)).check("database_sizes")).toMatchObject({ state: "ok" });
    expect(await sizes(6.9 * GB)).toMatchObject({
      state: "ok",
      message: "Database DB holds 6.9 GB of 10 GB (69 %), 100 MB more a day: full in about 31 days.",
    });
    expect(await sizes(7 * GB)).toMatchObject({
      state: "warning",
      what_to_do: expect.stringContaining("Plan another database"),
    });
    expect(await sizes(8.6 * GB)).toMatchObject({
      state: "warning",
      message: "Database DB holds 8.6 GB of 10 GB (86 %), 100 MB more a day: full in about 14 days.",
      what_to_do: expect.stringContaining("now"),
    });
    const both = await sizes(9.6 * GB, "DB_2");
    expect(both).toMatchObject({ state: "problem", what_to_do: expect.stringContaining("today") });
    expect(both?.message).toMatch(/^Database DB_2 holds 9\.6 GB of 10 GB .* Database DB holds 8\.6 GB/);
    expect((await healthAs(house.viewer)).check("database_sizes")).toBeUndefined();
  });

  it("a database's limit is the installation's own", async () => {
    const house = await newHouse({ installation: true });
    await runBatch(env.DB, recordSizes(pipelineScope, [{ database: "DB", bytes: 450_000_000 }], now));
    const { check } = await healthAs(house.owner, { databaseLimitBytes: 500_000_000 });
    expect(check("database_sizes")).toMatchObject({
      state: "warning",
      message: "Database DB holds 450 MB of 500 MB (90 %).",
    });
  });

  it("a binding that is missing", async () => {
    const house = await newHouse({ installation: true });
    await env.DB.prepare("UPDATE clients SET database_binding = 'DB_EU' WHERE id = ?")
      .bind(house.clientId)
      .run();
    const { check } = await healthAs(house.owner, { missingBindings: ["LEADS_QUEUE"] });
    expect(check("bindings")?.message).toBe("Not bound: LEADS_QUEUE, DB_EU.");
    // The others are still told of, in what can be asked.
    expect(check("sweep")).toMatchObject({ state: "ok" });
  });

  it("a clock that is off", async () => {
    const house = await newHouse({ installation: true });
    const { check } = await healthAs(house.owner, { now: () => Date.now() + 10 * minute });
    expect(check("clock")).toMatchObject({
      state: "problem",
      message: expect.stringContaining("10 minutes off"),
    });
  });

  it("a cron that does not run, or fails in part", async () => {
    const house = await newHouse({ installation: true });
    const late = await healthAs(house.viewer, { now: () => now + 10 * minute });
    expect(late.check("sweep")).toMatchObject({
      state: "problem",
      message: expect.stringContaining("has not run since"),
    });
    const run = { started_at: now, finished_at: now, failed: { forms: "KV is away" } };
    await runOne(env.DB, recordSweep(pipelineScope, run));
    const { check } = await healthAs(house.owner);
    expect(check("sweep")).toMatchObject({
      state: "warning",
      message: expect.stringContaining("forms (KV is away)"),
    });
    await env.DB.prepare("DELETE FROM sweep_runs").run();
    expect((await healthAs(house.owner)).check("sweep")?.message).toContain("never run");
  });

  it("forms and clients that are not published", async () => {
    const [house, other] = await Promise.all([newHouse({ installation: true }), newHouse()]);
    await env.DB.prepare("UPDATE forms SET snapshot_stale = 0 WHERE id <> ?").bind(house.formId).run();
    await env.DB.prepare("UPDATE forms SET updated_at = ? WHERE id = ?")
      .bind(now - 5 * minute, house.formId)
      .run();
    await env.DB.prepare("UPDATE clients SET direct_config_stale = (id = ?)").bind(house.clientId).run();
    await runOne(env.DB, recordSweep(pipelineScope, { started_at: now, finished_at: now, failed: {} }));
    const { check } = await healthAs(house.viewer);
    expect(check("form_snapshots")).toMatchObject({
      state: "warning",
      message: expect.stringContaining("1 form to be"),
    });
    expect(check("form_snapshots")?.what_to_do).toContain("`leadrelay form change <form>`");
    expect(check("direct_configs")).toMatchObject({
      state: "warning",
      what_to_do: expect.stringContaining("`leadrelay destination change <destination> --address`"),
    });
    expect((await healthAs(other.viewer)).check("form_snapshots")).toMatchObject({ state: "ok" });
  });

  it("a snapshot at the edge that says something else", async () => {
    const house = await newHouse({ installation: true });
    await env.DB.prepare("UPDATE forms SET snapshot_stale = 0 WHERE id = ?").bind(house.formId).run();
    const drift = async () => (await healthAs(house.owner)).check("snapshot_drift");
    expect(await drift()).toMatchObject({ state: "warning", message: expect.stringContaining(house.formId) });
    expect((await drift())?.what_to_do).toContain(
      `\`leadrelay form change ${house.formId} --redirect-status 301\` saves it as it is`,
    );
    const snapshot = {
      default_region: null,
      v: 1,
      form_id: house.formId,
      client_id: house.clientId,
      database: "DB",
      allowed_hosts: [],
      thank_you_url: null,
      redirect_status: 301,
      bot_detection: null,
      field_mapping: {},
    };
    await env.KV.put(kvKeys.form(house.formKey), JSON.stringify(snapshot));
    expect(await drift()).toMatchObject({ state: "ok" });
    await env.KV.put(kvKeys.form(house.formKey), JSON.stringify({ ...snapshot, redirect_status: 302 }));
    expect(await drift()).toMatchObject({ state: "warning" });
  });

  it("deliveries nobody comes for, and workers that vanished", async () => {
    const [house, other] = await Promise.all([newHouse({ installation: true }), newHouse()]);
    await deadDelivery(house);
    await dueSince(house, now - 20 * minute);
    const due = async (as: string) => (await healthAs(as)).check("due_deliveries");
    expect(await due(house.viewer)).toMatchObject({
      state: "problem",
      message: expect.stringMatching(/^1 delivery is overdue since .* UTC at the earliest, at Make \(dst_/),
    });
    expect(await due(other.viewer)).toMatchObject({ state: "ok" });
    await dueSince(house, now - 20 * minute, "in_flight", now - 10 * minute);
    const { check } = await healthAs(house.viewer);
    expect(check("due_deliveries")).toMatchObject({ state: "ok" });
    expect(check("expired_leases")).toMatchObject({
      state: "warning",
      message: expect.stringContaining("1 delivery in"),
    });
    expect(check("dead_letters")).toMatchObject({
      state: "warning",
      message: "1 dead letter for a person to look at, by kind: 1 delivery.",
    });
  });

  it("a receiver that fails twice what is sent to it, and no sooner", async () => {
    const [house, other] = await Promise.all([newHouse({ installation: true }), newHouse()]);
    await deadDelivery(house);
    await deadDelivery(house);
    await dueSince(house, now + 5 * minute);
    const failed = async (attempts: number, as: string) => {
      await env.DB.prepare("UPDATE deliveries SET attempts = ?, last_status_code = 500 WHERE client_id = ?")
        .bind(attempts, house.clientId)
        .run();
      return (await healthAs(as)).check("failing_destinations");
    };
    expect(await failed(1, house.viewer)).toMatchObject({ state: "ok" });
    expect(await failed(2, house.viewer)).toMatchObject({
      state: "warning",
      message: `Make (${house.destinationId}): 2 wait for another try; the last answer to most was HTTP 500.`,
      what_to_do: expect.stringContaining("Mend the receiver"),
    });
    expect(await failed(2, other.viewer)).toMatchObject({ state: "ok" });
  });

  it("a receiver that is down or slow, which then is why its deliveries are overdue", async () => {
    const [house, other] = await Promise.all([newHouse({ installation: true }), newHouse()]);
    await deadDelivery(house);
    await dueSince(house, now - 20 * minute);
    const set = (state: string) =>
      env.DB.prepare(
        "INSERT OR REPLACE INTO destination_health (destination_id, client_id, state, since, suspects_json, probe_wait_ms, next_probe_at) VALUES (?, ?, ?, ?, '[]', 5000, ?)",
      )
        .bind(house.destinationId, house.clientId, state, now - 10 * minute, now + 5_000)
        .run();
    const judged = async (as: string) => {
      const { check } = await healthAs(as);
      return [check("receivers"), check("due_deliveries")];
    };
    await set("failing");
    expect(await judged(house.viewer)).toMatchObject([{ state: "ok" }, { state: "problem" }]);
    await set("slow");
    expect(await judged(house.viewer)).toMatchObject([
      { state: "warning", message: `Slow: Make (${house.destinationId}); 1 delivery waits.` },
      { state: "ok" },
    ]);
    await set("down");
    expect(await judged(house.viewer)).toMatchObject([
      {
        state: "problem",
        message: expect.stringMatching(
          /^Down: Make \(dst_.*\), since .* at the earliest; 1 delivery waits\.$/,
        ),
        what_to_do: expect.stringContaining("Mend the receiver"),
        since: now - 10 * minute,
      },
      { state: "ok" },
    ]);
    expect(await judged(other.viewer)).toMatchObject([{ state: "ok" }, { state: "ok" }]);
  });

  it.each([
    [
      "gone",
      "its receiver answered that the address is gone, HTTP 410",
      "Give it the new address: `leadrelay destination change ID --address`",
    ],
    ["by_hand", "somebody switched it off", "When its receiver works again, enable it"],
  ])(
    "what a destination that is off (%s) holds: how many, since when, why, and what to type",
    async (reason, why, todo) => {
      const [house, other] = await Promise.all([newHouse({ installation: true }), newHouse()]);
      await Promise.all([heldDelivery(house), heldDelivery(house), heldDelivery(other)]);
      const since = Date.UTC(2026, 10, 30, 3, 4, 5);
      await env.DB.prepare(
        "UPDATE destinations SET enabled = 0, disabled_reason = ?, disabled_at = ? WHERE id = ?",
      )
        .bind(reason, since, house.destinationId)
        .run();
      const held = async (as: string) => (await healthAs(as)).check("held_deliveries");
      const told = `2 deliveries are held for Make (${house.destinationId}), which is disabled (${why}, since 2026-11-30 03:04:05 UTC).`;
      const one = await held(house.viewer);
      expect(one).toMatchObject({ state: "warning", message: told, since });
      const commands = [
        todo.replace("ID", house.destinationId),
        `leadrelay destination enable ${house.destinationId}`,
        `leadrelay delivery list --destination ${house.destinationId} --status held`,
      ];
      for (const part of commands) expect(one?.what_to_do).toContain(part);
      expect((await held(house.owner))?.message).toBe(`${told} 1 delivery is held for 1 more destination.`);
      await env.DB.prepare("UPDATE destinations SET deleted_at = 1 WHERE id = ?")
        .bind(house.destinationId)
        .run();
      expect(await held(house.viewer)).toMatchObject({
        message: expect.stringContaining("which was deleted: the sweep cancels what it held"),
        what_to_do: expect.not.stringContaining("leadrelay"),
      });
      expect((await held(other.viewer))?.message).toContain(
        "which is enabled again: what it held goes out within a minute",
      );
    },
  );

  it("what a destination that is full holds goes out by itself, and what it takes may be changed", async () => {
    const house = await newHouse();
    await heldDelivery(house);
    await env.DB.prepare("UPDATE destinations SET limits_json = '{}' WHERE id = ?")
      .bind(house.destinationId)
      .run();
    expect((await healthAs(house.viewer)).check("held_deliveries")).toMatchObject({
      message: expect.stringContaining("which takes no more for now"),
      what_to_do: expect.stringMatching(
        `^Nothing, if that is meant: .*\`leadrelay destination limits ${house.destinationId}\``,
      ),
    });
  });

  it("leads that the database did not take: how many were sent without it, and since when", async () => {
    const [house, other] = await Promise.all([newHouse(), newHouse()]);
    const put = async (of: House, ago: number, given: { sent?: string; stored_at?: number } = {}) => {
      const key = kvKeys.persistenceFailure(crypto.randomUUID());
      const metadata = {
        client_id: of.clientId,
        form_key: of.formKey,
        sent: "",
        received_at: now - ago,
        ...given,
      };
      await env.KV.put(key, "{}", { metadata });
      return key;
    };
    const direct = async (as: string) => (await healthAs(as)).check("sent_directly");
    const keys = [await put(house, minute, { sent: "dst_1: delivered" })];
    expect(await direct(house.viewer)).toMatchObject({
      state: "ok",
      message: expect.stringContaining("1 lead sent"),
    });
    keys.push(
      await put(house, 9 * minute, { sent: "dst_1: retry, dst_2: delivered" }),
      await put(house, 8 * minute, { sent: "dst_1: retry" }),
      await put(house, 99 * minute, { sent: "dst_1: delivered", stored_at: now }),
      await put(other, 99 * minute, { stored_at: now }),
    );
    expect(await direct(house.viewer)).toMatchObject({
      state: "warning",
      message: expect.stringMatching(
        /^2 leads sent directly wait to be stored\. 1 lead that nobody was sent yet waits to be stored\. The oldest came at 20.* UTC\.$/,
      ),
      what_to_do: expect.stringContaining("leadrelay queue outages"),
      since: now - 9 * minute,
    });
    expect(await direct(other.viewer)).toMatchObject({ state: "ok" });
    for (const key of keys) await env.KV.delete(key);
  });

  it("another agency's stuck work is told to the installation's owners in numbers only", async () => {
    const [house, other] = await Promise.all([newHouse({ installation: true }), newHouse()]);
    await deadDelivery(other);
    await dueSince(other, now - 20 * minute);
    const { body, check } = await healthAs(house.owner);
    expect(check("due_deliveries")).toMatchObject({
      state: "problem",
      message: expect.stringContaining("1 destination."),
    });
    expect(JSON.stringify(body)).not.toContain(other.destinationId);
  });

  it("what waits in KV, by its age", async () => {
    const house = await newHouse({ installation: true });
    await env.KV.put(kvKeys.spill(v7({ msecs: now - 20 * minute })), "{}");
    await env.KV.put(kvKeys.deadLetter(now - 5 * minute, "a"), "{}");
    const { check } = await healthAs(house.owner);
    expect(check("spills")).toMatchObject({
      state: "problem",
      message: expect.stringContaining("1 spilled submission in KV, the oldest"),
    });
    expect(check("parked_letters")).toMatchObject({ state: "warning" });
  });

  it("spills under a key of their sender's are as old as they say", async () => {
    const house = await newHouse({ installation: true });
    const key = kvKeys.spill(deadLetterId("spill", "any"));
    const at = async (spilled_at: number) => {
      await env.KV.put(key, "{}", { metadata: { spilled_at } });
      return (await healthAs(house.owner)).check("spills");
    };
    expect(await at(now - 5_000)).toMatchObject({ state: "ok" });
    expect(await at(now - 20 * minute)).toMatchObject({ state: "problem" });
    // Spilled again after a long wait for D1: its id tells when it was made.
    await env.KV.put(kvKeys.spill(v7({ msecs: now - 60 * minute })), "{}", { metadata: { spilled_at: now } });
    await env.KV.delete(key);
    expect((await healthAs(house.owner)).check("spills")).toMatchObject({ state: "ok" });
  });

  it("submissions that wait for the database, and replays that stand still", async () => {
    const house = await newHouse({ installation: true });
    await env.DB.batch([
      env.DB.prepare(
        `INSERT INTO dead_letters (id, client_id, kind, cause, attempts, first_failed_at, last_failed_at, created_at)
         VALUES (?, ?, 'storage_unavailable', 'test', 1, 0, 0, ?)`,
      ).bind(crypto.randomUUID(), house.clientId, now - 5 * minute),
      env.DB.prepare(
        `INSERT INTO replay_plans (id, created_by, filter_json, until, parts_json, summary_json, state, created_at, expires_at, applied_at)
         VALUES ('plan', 'o', '{"status":"dead"}', 0, ?, '{}', 'running', 0, 1, ?)`,
      ).bind(JSON.stringify([{ client_id: house.clientId, database: "DB" }]), now - 10 * minute),
    ]);
    const { check } = await healthAs(house.owner);
    expect(check("storage_letters")).toMatchObject({ state: "warning" });
    expect(check("replays")).toMatchObject({ state: "warning", message: expect.stringContaining("plan") });
  });

  it.each([
    ["D1_ERROR: Exceeded maximum DB size.", "is full", "When a database fills"],
    ["D1_ERROR: Network connection lost.", "does not answer", "status page"],
    ["D1_ERROR: database disk image is malformed: SQLITE_CORRUPT", "is damaged", "Back up and restore"],
  ])(
    "a database that takes no leads (%s): that it %s, since when, and what to do",
    async (error, how, todo) => {
      const house = await newHouse({ installation: true });
      expect((await healthAs(house.owner)).check("databases")).toMatchObject({ state: "ok" });
      const since = Date.UTC(2026, 10, 30, 3, 4, 5);
      const key = kvKeys.databaseOutage("DB");
      await env.KV.put(key, JSON.stringify({ error, since, last_at: since + minute }));
      const { check } = await healthAs(house.owner);
      await env.KV.delete(key);
      expect(check("databases")).toMatchObject({
        state: "problem",
        what_to_do: expect.stringContaining(todo),
      });
      const said = check("databases")?.message ?? "";
      for (const part of ["Database DB", how, "2026-11-30 03:04:05 UTC", "sent without it", error])
        expect(said).toContain(part);
    },
  );

  it("KV that fails, or hangs, keeps back no other answer", async () => {
    const house = await newHouse({ installation: true });
    for (const kv of [failing(env.KV, ["list", "get"]), hanging(env.KV, ["list", "get"])]) {
      const { check } = await healthAs(house.owner, { kv });
      expect(check("kept_in_kv")).toMatchObject({ state: "problem" });
      expect(check("sweep")).toMatchObject({ state: "ok" });
    }
  });
});
