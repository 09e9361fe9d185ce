import { rolePermissions } from "@leadrelay/admin-api/access/role-permissions";
import { kvKeys } from "@leadrelay/contracts/kv-keys";
import { applyD1Migrations, env } from "cloudflare:test";
import { beforeAll, describe, expect, it } from "vitest";
import { call, where } from "../../../../test/api/where.ts";
import { expectAsking } from "../../../../test/api/expect-asking.ts";
import { testApi } from "../../../../test/api/admin-api.ts";
import { newHouse, type House } from "../../../../test/api/people.ts";
import { expectNothingOfAnna } from "../../../../test/api/person.ts";
import { operations } from "../../../../test/api/walk.ts";
import { buried, buriedNonsense, spilled, storedAndTried } from "../../../../test/api/where-states.ts";
import { rows } from "../../../../test/tenant.ts";
import { situations } from "../../../../test/api/where-situations.ts";

beforeAll(() => applyD1Migrations(env.DB, env.TEST_MIGRATIONS));

interface Action {
  operation: string;
  method: string;
  path: string;
}

/** Every operation that is offered is one of the document, at its path. */
function expectServed(actions: readonly Action[]) {
  for (const { operation, method, path } of actions) {
    const served = operations.find(({ operationId }) => operationId === operation);
    const pattern = new RegExp(`^${served?.path.replaceAll(/\{\w+\}/g, "[^/]+")}$`);
    expect({ method: served?.method, fits: pattern.test(path) }).toEqual({ method, fits: true });
  }
}
const change = (house: House, sql: string) => env.DB.prepare(sql).bind(house.clientId).run();

describe.each(situations)("a submission that is %s", (state, happens, kinds, actions) => {
  it("is found by its id, with its story in order and what can be done", async () => {
    const [house, other] = await Promise.all([newHouse(), newHouse()]);
    const id = await happens(house);
    const { status, body } = await where(id, house.admin);
    expect({ status, found: body.found, asked_by: body.asked_by }).toEqual({
      status: 200,
      found: true,
      asked_by: "id",
    });
    const { story } = body;
    expect(story).toMatchObject({ client_id: house.clientId, submission_id: id, stands: { state } });
    expect(story.steps.map(({ kind }: { kind: string }) => kind).join(" ")).toBe(kinds);
    expect(story.stands.sentence).toMatch(/\.$/);
    expect(story.stands.next).toMatch(/\.$/);
    expect(story.stands.actions.map(({ operation }: Action) => operation).join(" ")).toBe(actions);
    expectServed(story.stands.actions);
    const masked = await where(id, house.viewer);
    const isTheirs = /^(held|dead|dead_letter)$/.test(state) && !story.stands.next.startsWith("Nothing");
    const asked = isTheirs ? `Ask an owner or admin: ${story.stands.next}` : expect.any(String);
    expect(masked.body.story.stands).toEqual({
      ...story.stands,
      actions: [],
      next: asked,
      missing: story.stands.missing.map((one: object) => ({ ...one, next: expect.any(String) })),
    });
    expectAsking(masked.body, rolePermissions.client_viewer);
    expectNothingOfAnna(masked.body);
    expect((await where(id, other.owner)).body).toMatchObject({ found: false, story: null, candidates: [] });
  });
});

describe("asked by another id", () => {
  it("a delivery's story is its submission's, and stands at the delivery", async () => {
    const house = await newHouse();
    await change(
      house,
      `INSERT INTO destinations (id, client_id, name, kind, sealed_settings, environments_json, created_at, updated_at)
        SELECT id || '_2', client_id, 'Second', kind, sealed_settings, environments_json, 0, 0
        FROM destinations WHERE client_id = ?`,
    );
    const id = await storedAndTried(house);
    await env.DB.prepare(
      "UPDATE deliveries SET status = 'delivered', settled_at = 1 WHERE client_id = ? AND destination_id = ?",
    )
      .bind(house.clientId, `${house.destinationId}_2`)
      .run();
    for (const [destination, state] of [
      [house.destinationId, "pending"],
      [`${house.destinationId}_2`, "delivered"],
    ]) {
      const [delivery] = await rows<{ public_id: string }>(
        "SELECT public_id FROM deliveries WHERE client_id = ? AND destination_id = ?",
        house.clientId,
        destination,
      );
      const { body } = await where(delivery?.public_id ?? "", house.admin);
      expect(body.story).toMatchObject({ submission_id: id, stands: { state } });
    }
  });

  it("a destination that fails is told before one that is held, each with what can be done", async () => {
    const house = await newHouse();
    const second = `${house.destinationId}_2`;
    await change(
      house,
      `INSERT INTO destinations (id, client_id, name, kind, sealed_settings, environments_json, enabled, created_at, updated_at)
        SELECT id || '_2', client_id, 'Second', kind, sealed_settings, environments_json, 0, 0, 0
        FROM destinations WHERE client_id = ?`,
    );
    const id = await storedAndTried(house, new Response("later", { status: 500 }));
    await change(
      house,
      "UPDATE deliveries SET next_attempt_at = 9000000000000 WHERE client_id = ? AND status = 'pending'",
    );
    const { stands } = (await where(id, house.admin)).body.story;
    expect(stands).toMatchObject({ state: "pending", due_at: expect.any(Number) });
    expect(stands.missing).toMatchObject([
      { destination_id: house.destinationId, state: "pending", due_at: stands.due_at },
      { destination_id: second, destination_name: "Second", state: "held", due_at: null },
    ]);
    expect(stands.sentence).toContain("the last answer was HTTP 500. It is held for Second.");
    expect(stands.actions.map(({ operation }: Action) => operation)).toEqual([
      "testDestination",
      "retryDelivery",
      "cancelDelivery",
      "changeDestination",
      "testDestination",
      "cancelDelivery",
    ]);
    const path = `/api/leads/${(await where(id, house.admin)).body.story.lead_id}`;
    const lead = await call("GET", path, { as: house.admin });
    expect(lead.body.stands.missing).toEqual(stands.missing);
    expectAsking((await call("GET", path, { as: house.viewer })).body, rolePermissions.client_viewer);
  });

  it("a dead letter leads to its submission", async () => {
    const house = await newHouse();
    const id = await buried(house, "poison");
    const [letter] = await rows<{ id: string }>(
      "SELECT id FROM dead_letters WHERE client_id = ?",
      house.clientId,
    );
    const { body } = await where(letter?.id ?? "", house.admin);
    expect(body.story).toMatchObject({ submission_id: id, stands: { state: "dead_letter" } });
  });

  it("what belongs to nobody is told to the installation's owners alone", async () => {
    const [house, installation] = await Promise.all([newHouse(), newHouse({ installation: true })]);
    const unknown = await buried(house, "unknown_form");
    const nonsense = await buriedNonsense();
    const nameless = await spilled(house, { form: null, form_key: "frm_nobodys" });
    const big = crypto.randomUUID();
    await env.KV.put(kvKeys.payload(big), "{}");
    for (const [id, state] of [
      [unknown, "dead_letter"],
      [nonsense, "dead_letter"],
      [nameless, "spilled"],
      [big, "payload_kept"],
    ] as const) {
      expect((await where(id, house.owner)).body.found).toBe(false);
      const { body } = await where(id, installation.owner);
      expect(body.story).toMatchObject({ client_id: null, stands: { state } });
      expectServed(body.story.stands.actions);
    }
  });

  it("a form's key tells whose a submission is that the edge could not name", async () => {
    const house = await newHouse();
    const id = await spilled(house, { form: null });
    expect((await where(id, house.admin)).body.story).toMatchObject({ client_id: house.clientId });
  });

  it("what is nowhere is answered with where else to look", async () => {
    const house = await newHouse();
    const fresh = "018bcfe5-9000-7000-8000-000000000000";
    const { status, body } = await where(fresh, house.admin);
    expect({ status, found: body.found }).toEqual({ status: 200, found: false });
    const said = (
      await testApi({ now: () => 0x018bcfe59000 + 4_000 }).call("GET", `/api/where-is-my-lead?q=${fresh}`, {
        as: house.admin,
      })
    ).body.sentences;
    expect(said[0]).toContain("Not here yet: the id was made 4 seconds ago");
    expect((await where(crypto.randomUUID(), house.admin)).body.sentences[0]).toContain("no submission");
  });
});
