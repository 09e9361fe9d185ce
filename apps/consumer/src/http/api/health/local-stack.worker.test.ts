import { kvKeys } from "@leadrelay/contracts/kv-keys";
import type { LocalStackFacts } from "@leadrelay/contracts/local-stack";
import { applyD1Migrations, env } from "cloudflare:test";
import { beforeAll, beforeEach, expect, it } from "vitest";
import { testApi } from "../../../../test/api/admin-api.ts";
import { calmInstallation } from "../../../../test/api/calm-installation.ts";
import { newHouse } from "../../../../test/api/people.ts";
import { absentD1 } from "../../../../test/api/recorded-d1.ts";

beforeAll(() => applyD1Migrations(env.DB, env.TEST_MIGRATIONS));
beforeEach(() => calmInstallation(Date.now()));

const since = Date.UTC(2026, 10, 30, 3, 4, 5);
const file = "/state/v3/d1/miniflare-D1DatabaseObject/9ba2.sqlite";
const well: LocalStackFacts = { database_files: { DB: file }, disk_free_bytes: 1e9, journal_trouble: null };
const failing = (error: string, refused: number): LocalStackFacts => ({
  ...well,
  journal_trouble: { error, since, last_at: since + 60_000, refused },
});

interface Check {
  name: string;
  state: string;
  message: string;
  what_to_do: string | null;
}

async function checkOf(name: string, localStack: (() => Promise<LocalStackFacts | undefined>) | null) {
  const { owner } = await newHouse({ installation: true });
  const { body } = await testApi({ localStack }).call("GET", "/api/health", { as: owner });
  return (body.checks as Check[]).find((check) => check.name === name);
}

it.each<[string, LocalStackFacts, string, string[], string | null]>([
  ["takes posts", well, "ok", ["takes what is posted"], null],
  [
    "is on a full disk",
    failing("database or disk is full: SQLITE_FULL", 2_270),
    "problem",
    [
      "The disk is full",
      "2026-11-30 03:04:05 UTC",
      "2026-11-30 03:05:05 UTC",
      "503",
      "2270 posts",
      "SQLITE_FULL",
    ],
    "Make room on the disk that STATE_DIR is on",
  ],
  [
    "is on a full disk, of which workerd says nothing",
    { ...failing("internal error", 3), disk_free_bytes: 4_096 },
    "problem",
    ["The disk is full", "3 posts"],
    "Make room on the disk that STATE_DIR is on",
  ],
  [
    "fails otherwise, and KV takes the posts",
    failing("internal error", 0),
    "problem",
    ["The intake journal takes no posts since", "none was refused", "internal error"],
    "start it again",
  ],
])("the local journal %s", async (_how, facts, state, parts, todo) => {
  const check = await checkOf("journal", async () => facts);
  expect(check).toMatchObject({
    state,
    what_to_do: todo === null ? null : expect.stringContaining(todo),
  });
  for (const part of parts) expect(check?.message).toContain(part);
});

it("on Cloudflare, and where the stack does not answer, nothing is said of a journal", async () => {
  expect(await checkOf("journal", null)).toBeUndefined();
  expect(await checkOf("journal", async () => undefined)).toBeUndefined();
});

it("of a damaged database health names the local file and how to get back, of a full one not", async () => {
  const key = kvKeys.databaseOutage("DB");
  for (const [error, isNamed] of [
    ["D1_ERROR: database disk image is malformed: SQLITE_CORRUPT", true],
    ["D1_ERROR: database or disk is full: SQLITE_FULL", false],
  ] as const) {
    await env.KV.put(key, JSON.stringify({ error, since, last_at: since }));
    const todo = (await checkOf("databases", async () => well))?.what_to_do ?? "";
    expect([todo.includes(file), todo.includes("put that of the last copy in its place")]).toEqual([
      isNamed,
      isNamed,
    ]);
    expect((await checkOf("databases", null))?.what_to_do).not.toContain(file);
  }
  await env.KV.delete(key);
});

const connectionLost = "D1_ERROR: Network connection lost.";
const malformed = "D1_ERROR: database disk image is malformed: SQLITE_CORRUPT";
const noRoom = { ...failing("internal error", 3), disk_free_bytes: 4_096 };

it.each<
  [how: string, error: string, facts: LocalStackFacts | null | undefined, said: string[], unsaid: string[]]
>([
  [
    "whose disk is full, of which workerd says nothing",
    "internal error; reference = abc",
    noRoom,
    ["The disk that STATE_DIR is on is full", "df -h", "journal takes no posts since 2026-11-30", "3 posts"],
    ["Cloudflare", file],
  ],
  [
    "whose disk is full, and the journal was not asked yet",
    "D1_ERROR: database or disk is full: SQLITE_FULL",
    well,
    ["The disk that STATE_DIR is on is full", "df -h"],
    ["Cloudflare", "journal"],
  ],
  [
    "whose database is full beside a disk that is not",
    "D1_ERROR: Exceeded maximum DB size.",
    well,
    ["The database is full", "When a database fills"],
    ["disk", "journal"],
  ],
  [
    "whose file is damaged",
    malformed,
    noRoom,
    ["The database is damaged", `Its file is ${file}`, "put that of the last copy in its place", "mv '"],
    ["is full"],
  ],
  [
    "whose files may be either",
    malformed,
    { ...well, database_files: { DB: file, DB2: "/state/2.sqlite" } },
    [`Its file is ${file} or /state/2.sqlite`],
    [],
  ],
  [
    "that is away",
    connectionLost,
    well,
    ["does not answer. Nothing is lost", "npm start"],
    ["Cloudflare", "disk"],
  ],
  [
    "that has too much to do",
    "D1_ERROR: database is locked: SQLITE_BUSY",
    well,
    ["more to do than it can", "npm start"],
    ["Cloudflare"],
  ],
  ["that does not tell", connectionLost, undefined, ["does not answer", "Cloudflare's status page"], []],
  ["on Cloudflare", malformed, null, ["is damaged", "Back up and restore"], ["Its file"]],
])("a database %s is told of by every operation's 503", async (_how, error, facts, said, unsaid) => {
  const { owner } = await newHouse({ installation: true });
  const localStack = facts === null ? null : async () => facts;
  const { call } = testApi({ localStack, control: absentD1("", error) });
  for (const path of ["/api/health", "/api/leads"]) {
    const { status, body } = await call("GET", path, { as: owner });
    expect(status).toBe(503);
    for (const part of said) expect(body.detail).toContain(part);
    for (const part of unsaid) expect(body.detail).not.toContain(part);
  }
});
