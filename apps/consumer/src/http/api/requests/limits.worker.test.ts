import { createAdminApi } from "@leadrelay/admin-api/app";
import { applyD1Migrations, env } from "cloudflare:test";
import { beforeAll, describe, expect, it, vi } from "vitest";
import { testApi } from "../../../../test/api/admin-api.ts";
import { deadDelivery } from "../../../../test/api/dead-delivery.ts";
import { newHouse } from "../../../../test/api/people.ts";
import { failing } from "../../../../test/failing.ts";
import { watchedD1 } from "../../../../test/watched-d1.ts";
import { dependenciesOf } from "../../../dependencies.ts";
import { adminDependencies } from "../../admin-dependencies.ts";

beforeAll(() => applyD1Migrations(env.DB, env.TEST_MIGRATIONS));
const { call } = testApi();
const app = createAdminApi(adminDependencies(dependenciesOf(env)));

describe("a body", () => {
  it("over 256 KB is refused, whether or not it says how long it is", async () => {
    const house = await newHouse();
    const body = JSON.stringify({ agency_id: house.agencyId, name: "x".repeat(300 * 1024) });
    expect((await call("POST", "/api/clients", { as: house.owner, body })).status).toBe(413);
    const chunks = new ReadableStream({
      start(controller) {
        controller.enqueue(new TextEncoder().encode(body));
        controller.close();
      },
    });
    const headers = { "content-type": "application/json", "x-test-operator": house.owner };
    const streamed = await app.request("https://relay.example/api/clients", {
      method: "POST",
      headers,
      body: chunks,
      duplex: "half",
    } as RequestInit);
    expect([401, 413]).toContain(streamed.status);
  });

  it("that is not JSON by its own word is refused", async () => {
    const house = await newHouse();
    for (const type of ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data"])
      expect(
        await call("POST", "/api/clients", {
          as: house.owner,
          body: "a=1",
          headers: { "content-type": type },
        }),
      ).toMatchObject({ status: 415, body: { type: "https://leadrelay.dev/problems/not-json" } });
  });
});

describe("another site's page", () => {
  it("gets no leave to read or to send, whatever it asks", async () => {
    for (const method of ["OPTIONS", "GET", "POST"]) {
      const response = await app.request("https://relay.example/api/me", {
        method,
        headers: { origin: "https://evil.example", "access-control-request-method": "POST" },
      });
      const names = [...response.headers.keys()].filter((name) => name.startsWith("access-control-"));
      expect(names).toEqual([]);
    }
  });

  it("cannot send a change without an Origin either", async () => {
    const house = await newHouse();
    const body = { agency_id: house.agencyId, name: "x" };
    const headers = { origin: "" };
    expect((await call("POST", "/api/clients", { as: house.owner, body, headers })).status).toBe(403);
  });
});

describe("garbage", () => {
  it.each([
    ["a path of nothing", "/api/nothing", {}],
    ["a path of broken escapes", "/api/clients/%ff%fe", {}],
    ["a very long id", `/api/clients/${"x".repeat(5000)}`, {}],
    ["a cookie of nothing", "/api/me", { cookie: "leadrelay.session_token=%00%ff.garbage; =; x" }],
    ["a request id of another kind", "/api/me", { "x-request-id": '"><script>' }],
  ])("%s is answered with a problem, never a 500", async (_what, path, headers) => {
    const { status, headers: got } = await app.request(`https://relay.example${path}`, { headers });
    expect(status).toBeGreaterThanOrEqual(400);
    expect(status).toBeLessThan(500);
    expect(got.get("content-type")).toContain("application/problem+json");
    expect(got.get("x-request-id")).toMatch(/^[\w.:-]+$/);
  });
});

it.each([
  ["Exceeded maximum DB size.", "is full", "leads are sent without it"],
  ["attempt to write a readonly database: SQLITE_READONLY", "takes no change", "permissions"],
  ["database disk image is malformed: SQLITE_CORRUPT", "is damaged", "Set the database back"],
  ["D1 DB is overloaded. Too many requests queued.", "more to do than it can", "try again in a minute"],
])(
  "where D1 says %s the answer is a 503 that says the database %s, and what to do: %s",
  async (text, happened, todo) => {
    const house = await newHouse();
    const broken = testApi({ control: failing(env.DB, ["batch"], new Error(`D1_ERROR: ${text}`)) });
    const { status, body } = await broken.call("GET", "/api/clients", { as: house.owner });
    expect([status, body.detail]).toEqual([503, expect.stringContaining(happened)]);
    expect(body.detail).toContain(todo);
  },
);

it("while D1 is full what there is can be read, and the log says who read what", async () => {
  const house = await newHouse();
  const { delivery_id } = await deadDelivery(house);
  const full = watchedD1(env.DB, async (sql, run) =>
    /INSERT|UPDATE|DELETE/.test(sql)
      ? Promise.reject(new Error("D1_ERROR: Exceeded maximum DB size."))
      : run(),
  );
  const log = vi.spyOn(console, "log").mockImplementation(() => undefined);
  const { call } = testApi({ control: full, leadDatabase: () => full });
  const { status, body } = await call("GET", `/api/deliveries/${delivery_id}`, { as: house.owner });
  const lines = log.mock.calls.map(
    ([line]) => JSON.parse(String(line)) as { event: string; action?: string },
  );
  log.mockRestore();
  expect([status, body.id]).toEqual([200, delivery_id]);
  const unwritten = lines.filter(({ event }) => event === "audit.unwritten");
  expect(unwritten.map(({ action }) => action)).toEqual(["delivery.read"]);
});

it("while D1 is away the answer is a 503 that says so, and the log names no person", async () => {
  const house = await newHouse();
  const log = vi.spyOn(console, "log").mockImplementation(() => undefined);
  const away = testApi({
    control: failing(env.DB, ["batch"]),
  });
  const { status, body, headers } = await away.call("GET", "/api/clients", { as: house.owner });
  expect({ status, retry: headers.get("retry-after") }).toEqual({ status: 503, retry: "60" });
  expect(body.detail).toContain("does not answer");
  const lines = log.mock.calls.map(([line]) => String(line));
  log.mockRestore();
  expect(lines.some((line) => line.includes("api.failed"))).toBe(true);
  expect(lines.join()).not.toContain("@example.com");
});
