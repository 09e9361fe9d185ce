import type { Permission } from "@leadrelay/admin-api/access/permissions";
import { applyD1Migrations, env } from "cloudflare:test";
import { beforeAll, describe, expect, it } from "vitest";
import { testApi } from "../../../../test/api/admin-api.ts";
import { newKey, type TestKey } from "../../../../test/api/keys.ts";
import { newHouse } from "../../../../test/api/people.ts";
import { expectNothingOfAnna } from "../../../../test/api/person.ts";
import { blocked } from "../../../../test/api/where-states.ts";

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
    expect((await call("GET", path, { key: blind })).body).toEqual(added.body);
    expect((await change(seeing, { settings: { url: moved } })).body.settings.url_hint).toContain(
      "example.com",
    );
  });

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
