import type { Permission } from "@leadrelay/admin-api/access/permissions";
import { getAdapter } from "@leadrelay/adapters/registry";
import { applyD1Migrations, env } from "cloudflare:test";
import { beforeAll, describe, expect, it } from "vitest";
import { testApi } from "../../../../test/api/admin-api.ts";
import { newKey, type TestKey } from "../../../../test/api/keys.ts";
import { newHouse } from "../../../../test/api/people.ts";
import { expectNothingOfAnna } from "../../../../test/api/person.ts";
import { blocked, storedAndTried } from "../../../../test/api/where-states.ts";

beforeAll(() => applyD1Migrations(env.DB, env.TEST_MIGRATIONS));
const { call } = testApi();

it("a key without contacts:read is offered no unblocking, because that names the address", async () => {
  const house = await newHouse();
  const submission = await blocked(house);
  const offered = async (...permissions: Permission[]) => {
    const key = await newKey(house, permissions);
    const { body } = await call("GET", `/api/where-is-my-lead?q=${submission}`, { key });
    if (!permissions.includes("contacts:read")) expectNothingOfAnna(body);
    return body.story.stands.actions.map(({ operation }: { operation: string }) => operation);
  };
  expect(await offered("leads:read", "config:write")).toEqual([]);
  expect(await offered("leads:read", "config:write", "contacts:read")).toEqual(["unblockIp"]);
});

describe("where leads go, and every contact detail with them", () => {
  const url = "https://hook.eu2.make.com/abcdefghijklmnopqrstuvwxyzab12";
  const moved = "https://hook.example.com/collect";
  const headers = { "if-match": "*" };
  const destination = { name: "Scenario", kind: "make", settings: { url } };
  const refusal = { status: 403, body: { detail: expect.stringContaining("contacts:read") } };

  it("is named by no key without contacts:read", async () => {
    const house = await newHouse();
    const body = { client_id: house.clientId, ...destination };
    const blind = await newKey(house, ["config:read", "config:write"]);
    const seeing = await newKey(house, ["config:write", "contacts:read"]);
    expect(await call("POST", "/api/destinations", { key: blind, body })).toMatchObject(refusal);
    const added = await call("POST", "/api/destinations", { key: seeing, body });
    expect(added.status).toBe(201);
    const path = `/api/destinations/${added.body.id}`;
    const change = (key: TestKey, asked: unknown) => call("PATCH", path, { key, body: asked, headers });
    for (const settings of [{ url: moved }, { url: moved, api_key: null }, { url }])
      expect(await change(blind, { name: "Mine", settings })).toMatchObject(refusal);
    expect((await call("GET", path, { key: blind })).body).toMatchObject(added.body);
    expect((await change(seeing, { settings: { url: moved } })).body.settings.url_hint).toContain(
      "example.com",
    );
  });

  it.each([
    ["telegram", "chat_id", "-1009999999999"],
    [
      "google_sheets",
      "spreadsheet",
      "https://docs.google.com/spreadsheets/d/1ZzZzZzZzZzZzZzZzZzZzZzZzZzZzZzZzZzZzZzZzZz/edit",
    ],
    ["resend", "to", ["thief@example.com"]],
    ["hubspot", "service_key", "pat-eu1-00000000-0000-0000-0000-000000000000"],
  ])(
    "is named of a %s destination by its %s, and by no key without contacts:read",
    async (kind, name, value) => {
      const house = await newHouse();
      const settings = getAdapter(kind).exampleSettings;
      const body = { client_id: house.clientId, name: "Made", kind, settings };
      const made = await call("POST", "/api/destinations", { as: house.admin, body });
      expect(made.status).toBe(201);
      const change = { body: { settings: { [name]: value } }, headers };
      const path = `/api/destinations/${made.body.id}`;
      const blind = await newKey(house, ["config:write"]);
      expect(await call("PATCH", path, { key: blind, ...change })).toMatchObject(refusal);
      expect((await call("PATCH", path, { as: house.admin, ...change })).status).toBe(200);
    },
  );

  it("is otherwise a setting like others: named, switched and given its key", async () => {
    const house = await newHouse();
    const body = { client_id: house.clientId, ...destination };
    const { id } = (await call("POST", "/api/destinations", { as: house.admin, body })).body;
    const blind = await newKey(house, ["config:write"]);
    for (const asked of [{ name: "New" }, { enabled: false }, { settings: { api_key: "key-2" } }])
      expect(
        (await call("PATCH", `/api/destinations/${id}`, { key: blind, body: asked, headers })).status,
      ).toBe(200);
  });
});

describe("what would unmask contacts by a detour", () => {
  const headers = { "if-match": "*" };
  const refusal = { status: 403, body: { detail: expect.stringContaining("contacts:read") } };

  it("a form's mapping, and a client's test strings, are changed by no key without contacts:read", async () => {
    const house = await newHouse();
    const blind = await newKey(house, ["config:read", "config:write"]);
    const seeing = await newKey(house, ["config:read", "config:write", "contacts:read"]);
    const form = `/api/forms/${house.formId}`;
    const client = `/api/clients/${house.clientId}`;
    const change = (key: TestKey, path: string, body: unknown) => call("PATCH", path, { key, body, headers });
    const mapping = { field_mapping: { email: "cta", phone: "keyword" } };
    expect(await change(blind, form, mapping)).toMatchObject(refusal);
    expect(
      await call("POST", "/api/forms", {
        key: blind,
        body: { client_id: house.clientId, name: "New", ...mapping },
      }),
    ).toMatchObject(refusal);
    expect(await change(blind, client, { test_strings: ["anna"] })).toMatchObject(refusal);
    for (const [path, body] of [
      [form, { name: "Renamed" }],
      [client, { name: "Renamed" }],
    ] as const)
      expect((await change(blind, path, body)).status).toBe(200);
    for (const [path, body] of [
      [form, mapping],
      [client, { test_strings: ["anna"] }],
    ] as const)
      expect((await change(seeing, path, body)).status).toBe(200);
  });

  it("a visitor's text that quotes a contact is hidden, wherever it stands, and other text is not", async () => {
    const house = await newHouse();
    const submission = await storedAndTried(house);
    const set = (table: string, column: string, value: string) =>
      env.DB.prepare(`UPDATE ${table} SET ${column} = ? WHERE client_id = ?`)
        .bind(value, house.clientId)
        .run();
    const blind = await newKey(house, ["leads:read"]);
    const seeing = await newKey(house, ["leads:read", "contacts:read"]);
    const story = await call("GET", `/api/where-is-my-lead?q=${submission}`, { key: blind });
    const { lead_id } = story.body.story;
    const shown = async (key: TestKey) => {
      const lead = await call("GET", `/api/leads/${lead_id}`, { key });
      const found = await call("GET", `/api/where-is-my-lead?q=${lead_id}`, { key });
      const listed = await call("GET", `/api/submissions?client_id=${house.clientId}`, { key });
      return [
        lead.body.project,
        lead.body.submissions[0].cta,
        found.body.candidates[0].project,
        listed.body.items[0].cta,
      ];
    };
    for (const [text, masked] of [
      ["anna@example.com", "•••"],
      ["call 98765 43210", "•••"],
      ["Lake View 2", "Lake View 2"],
    ] as const) {
      await set("leads", "project", text);
      await set("lead_submissions", "cta", text);
      expect(await shown(blind)).toEqual([masked, masked, masked, masked]);
      expect(await shown(seeing)).toEqual([text, text, text, text]);
    }
  });
});
