import { keyPermissions, rolePermissions } from "@leadrelay/admin-api/access/role-permissions";
import committed from "@leadrelay/client/openapi.json";
import { applyD1Migrations, env } from "cloudflare:test";
import { beforeAll, describe, expect, it } from "vitest";
import { testApi } from "../../../test/api/admin-api.ts";
import { expectAsking } from "../../../test/api/expect-asking.ts";
import { fullHouse, type FullHouse } from "../../../test/api/full-house.ts";
import { newKey } from "../../../test/api/keys.ts";
import { operations, requestOf, servedOperations, tenantFilters } from "../../../test/api/walk.ts";

/** Houses that are only read, or must stay as they are: made once, and any test may be alone with them. */
let untouched: FullHouse;
let stranger: FullHouse;
let installation: FullHouse;
let adminOfSister: string;
beforeAll(async () => {
  await applyD1Migrations(env.DB, env.TEST_MIGRATIONS);
  [untouched, stranger, installation] = await Promise.all([
    fullHouse(),
    fullHouse(),
    fullHouse({ installation: true }),
  ]);
  adminOfSister = await untouched.adminOfSister();
});
const { call } = testApi();

it("the document lists every operation that is served, each with its access rule", () => {
  expect(operations).toHaveLength(servedOperations);
  for (const { operationId, access } of operations) expect(access, operationId).toBeDefined();
  expect(new Set(operations.map(({ operationId }) => operationId)).size).toBe(operations.length);
});

it("the committed client was generated from the document that is served", async () => {
  expect((await call("GET", "/api/openapi.json")).body).toEqual(committed);
});

describe.each(operations)("$method $path", (operation) => {
  const { access, method } = operation;
  const permission = typeof access === "object" ? access.permission : null;
  const reads = method === "GET";

  it("is done for whoever may", async () => {
    const house = reads ? installation : await fullHouse({ installation: true });
    const { path, ...given } = requestOf(operation, house.knows);
    const answer = await call(method, path, { ...given, as: house.owner });
    expect(answer.status, JSON.stringify(answer.body)).toBeLessThan(300);
  });

  if (access !== "everyone")
    it("is refused to nobody", async () => {
      const house = untouched;
      const { path, ...given } = requestOf(operation, house.knows);
      const answer = await call(method, path, given);
      expect(answer.status).toBe(401);
      house.expectNothingOf(answer);
    });

  if (permission !== null)
    it("shows and changes nothing for another tenant", async () => {
      const house = untouched;
      const { path, ...given } = requestOf(operation, house.knows);
      const names =
        operation.path.includes("{") || (operation.body !== undefined && house.isNamedIn(given.body));
      const other = reads || names ? stranger : await fullHouse();
      const ofSister = reads || names ? adminOfSister : await house.adminOfSister();
      const before = await house.snapshot();
      for (const as of [other.owner, other.agent, other.admin, ofSister]) {
        const answer = await call(method, path, { ...given, as });
        const allowed = names ? [403, 404] : [200, 201, 202, 403];
        expect(allowed, `${answer.status} ${JSON.stringify(answer.body)}`).toContain(answer.status);
        if (as === other.owner && names && permission !== "installation:manage")
          expect(answer.status, JSON.stringify(answer.body)).toBe(404);
        house.expectNothingOf(answer);
      }
      expect(await house.snapshot()).toEqual(before);
    });

  if (permission !== null)
    it("keeps to a viewer's permissions", async () => {
      const may = rolePermissions.client_viewer.some((held) => held === permission);
      const house = reads || !may ? untouched : await fullHouse();
      const { path, ...given } = requestOf(operation, house.knows);
      const before = await house.snapshot();
      const answer = await call(method, path, { ...given, as: house.viewer });
      if (!may) {
        expect(answer.status, JSON.stringify(answer.body)).toBe(403);
        expect(await house.snapshot()).toEqual(before);
      }
      house.expectNoContact(answer);
      expectAsking(answer.body, rolePermissions.client_viewer);
    });

  if (permission !== null)
    it("is refused to a key with every permission but this", async () => {
      const house = untouched;
      const { path, ...given } = requestOf(operation, house.knows);
      const others = keyPermissions.filter((held) => held !== permission);
      const last_used_at = Date.now();
      const keys = [
        await newKey(house, others, { last_used_at }),
        await newKey(house, others, { last_used_at, client_id: null }),
      ];
      const before = await house.snapshot();
      for (const key of keys) {
        const answer = await call(method, path, { ...given, key });
        expect(answer.status, JSON.stringify(answer.body)).toBe(403);
        house.expectNothingOf(answer);
      }
      expect(await house.snapshot()).toEqual(before);
    });

  if (permission !== null)
    it("shows and changes nothing for another tenant's key", async () => {
      const house = untouched;
      const { path, ...given } = requestOf(operation, house.knows);
      const other = reads || operation.path.includes("{") ? stranger : await fullHouse();
      const before = await house.snapshot();
      const sister = { agencyId: house.agencyId, clientId: await house.sister() };
      const keys = [
        await newKey(other, keyPermissions),
        await newKey(other, keyPermissions, { client_id: null }),
        await newKey(sister, keyPermissions),
      ];
      for (const key of keys) {
        const answer = await call(method, path, { ...given, key });
        const allowed = operation.path.includes("{") ? [403, 404] : [200, 201, 202, 403, 404];
        expect(allowed, `${answer.status} ${JSON.stringify(answer.body)}`).toContain(answer.status);
        house.expectNothingOf(answer);
      }
      expect(await house.snapshot()).toEqual(before);
    });

  it.each(tenantFilters(operation))("hides another tenant behind a filter: %s", async (filter) => {
    const [house, other] = [untouched, stranger];
    const { path, ...given } = requestOf(operation, other.knows);
    const value = house.knows[filter];
    if (typeof value !== "string") throw new Error(`Tell the walk a ${filter} of the house`);
    const separator = path.includes("?") ? "&" : "?";
    const asked = `${path}${separator}${filter}=${encodeURIComponent(value)}`;
    const answer = await call(method, asked, { ...given, as: other.owner });
    expect([200, 404]).toContain(answer.status);
    if (filter === "client_id") expect(answer.status).toBe(404);
    house.expectNothingOf({ ...answer, body: answer.status === 200 ? answer.body : undefined });
  });
});
