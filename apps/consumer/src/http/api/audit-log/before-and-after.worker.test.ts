import { applyD1Migrations, env } from "cloudflare:test";
import { beforeAll, expect, it } from "vitest";
import { testApi } from "../../../../test/api/admin-api.ts";
import { anyVersion, createDestination, emptyHouse } from "../../../../test/api/destinations.ts";
import type { House } from "../../../../test/api/people.ts";

beforeAll(() => applyD1Migrations(env.DB, env.TEST_MIGRATIONS));
const { call } = testApi();

/** The newest entry of an action in a house's log, as the API shows it. */
async function lastOf(house: House, action: string) {
  const { body } = await call("GET", `/api/audit-log?action=${action}&kind=changes`, { as: house.owner });
  return body.items[0]?.detail as Record<string, unknown> | undefined;
}

const patch = (house: House, path: string, body: object) =>
  call("PATCH", path, { as: house.owner, body, headers: anyVersion });

it("a form's change tells what was and what is", async () => {
  const house = await emptyHouse();
  const changed = await patch(house, `/api/forms/${house.formId}`, {
    name: "Visit",
    default_region: "IN",
    bot_detection: false,
    redirect_status: 303,
  });
  expect(changed.status).toBe(200);
  const detail = await lastOf(house, "form.changed");
  expect(detail).toMatchObject({ name: "Visit", default_region: "IN", honeypot_mode: "off" });
  expect(detail?.["before"]).toMatchObject({ default_region: null, honeypot_mode: null });
  expect(detail?.["before"]).not.toHaveProperty("allowed_hosts");
});

it("a destination's change tells what was and what is, and of its settings no more than their names", async () => {
  const house = await emptyHouse();
  const { body: made } = await createDestination(house);
  const settings = { url: "https://hook.eu2.make.com/another-secret-path" };
  const changed = await patch(house, `/api/destinations/${made.id}`, {
    name: "Sheet",
    enabled: false,
    settings,
  });
  expect(changed.status).toBe(200);
  const detail = await lastOf(house, "destination.changed");
  expect(detail).toEqual({
    name: "Sheet",
    enabled: false,
    before: { name: made.name, enabled: true },
    settings_changed: ["url"],
  });
});

it("a route's change tells what was and what is", async () => {
  const house = await emptyHouse();
  const { body: made } = await createDestination(house);
  const { body: route } = await call("POST", "/api/routes", {
    as: house.owner,
    body: {
      client_id: house.clientId,
      name: "Sales",
      mode: "weighted",
      members: [{ destination_id: made.id, weight: 1 }],
    },
  });
  const changed = await patch(house, `/api/routes/${route.id}`, { name: "Sales two", overflow_minutes: 30 });
  expect(changed.status).toBe(200);
  expect(await lastOf(house, "route.changed")).toEqual({
    name: "Sales two",
    overflow_minutes: 30,
    before: { name: "Sales", overflow_minutes: route.overflow_minutes },
  });
});

it("a network that is listed anew, or taken off, tells what stood there; what people wrote of it stays out", async () => {
  const house = await emptyHouse();
  const path = `/api/clients/${house.clientId}/blocked-ips`;
  const block = (expires_at: number | null, reason: string) =>
    call("POST", path, { as: house.owner, body: { cidr: "203.0.113.0/24", expires_at, reason } });
  const [first, second] = [Date.now() + 3_600_000, Date.now() + 7_200_000];
  await block(first, "Asha again");
  await block(second, "Asha again, twice");
  expect(await lastOf(house, "blocked_ip.replaced")).toEqual({
    expires_at: second,
    before: { expires_at: first },
  });
  await call("DELETE", `${path}/203.0.113.0%2F24`, { as: house.owner });
  expect(await lastOf(house, "blocked_ip.removed")).toEqual({ before: { expires_at: second } });
});
