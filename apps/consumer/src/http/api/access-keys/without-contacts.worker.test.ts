import type { Permission } from "@leadrelay/admin-api/access/permissions";
import { applyD1Migrations, env } from "cloudflare:test";
import { beforeAll, expect, it } from "vitest";
import { testApi } from "../../../../test/api/admin-api.ts";
import { newKey } from "../../../../test/api/keys.ts";
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
