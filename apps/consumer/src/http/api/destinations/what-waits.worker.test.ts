import { applyD1Migrations, env } from "cloudflare:test";
import { beforeAll, expect, it } from "vitest";
import { testApi } from "../../../../test/api/admin-api.ts";
import { anyVersion, createDestination, emptyHouse, makeUrl } from "../../../../test/api/destinations.ts";
import type { House } from "../../../../test/api/people.ts";
import { deliverMessages, testNow } from "../../../../test/deliver-messages.ts";
import { answersOf, deliveriesOf, scriptedReceiver, wake } from "../../../../test/deliver-wakeups.ts";
import { rows } from "../../../../test/tenant.ts";

beforeAll(() => applyD1Migrations(env.DB, env.TEST_MIGRATIONS));
const { call } = testApi();

const change = (house: House, id: string, body: Record<string, unknown>, as = house.admin) =>
  call("PATCH", `/api/destinations/${id}`, { as, body, headers: anyVersion });
const show = (house: House, id: string, as = house.admin) => call("GET", `/api/destinations/${id}`, { as });
const send = (house: House, email: string) => deliverMessages([house.submission({ fields: { email } })]);
const answered = async (house: House, ...answers: [number, string][]) =>
  wake(await deliveriesOf(house), { fetch: scriptedReceiver(...answersOf(...answers)).fetch });
/** What was done so long before the leads came, by the clock of these tests. */
const changedAt = (id: string, beforeMs: number) =>
  env.DB.prepare(
    "UPDATE audit_log SET created_at = ? WHERE subject_id = ? AND action = 'destination.changed'",
  )
    .bind(testNow - beforeMs, id)
    .run();

it("after a 410, what is held and what is dead is told with the commands for both", async () => {
  const house = await emptyHouse();
  const { id } = (await createDestination(house)).body;
  await send(house, "ann@example.com");
  await answered(house, [410, "Gone"]);
  await send(house, "ben@example.com");
  const off = await show(house, id);
  expect(off.body).toMatchObject({
    enabled: false,
    disabled_at: expect.any(Number),
    waits: { held: 1, pending: 0, dead: 1 },
  });
  expect(off.body.what_next).toContain(
    `give it the new address, \`leadrelay destination change ${id} --address\`, then switch it on, \`leadrelay destination enable ${id}\`. 1 delivery is held until then`,
  );
  const on = await change(house, id, { enabled: true });
  expect(on.body).toMatchObject({ disabled_at: null, waits: { held: 1, pending: 0, dead: 1 } });
  expect(on.body.what_next).toContain(
    `1 delivery that was held goes out within a minute (\`leadrelay delivery list --destination ${id} --status held\`). 1 dead letter stays dead until somebody sends it again: \`leadrelay queue replay --destination ${id} --status dead\``,
  );
});

it("a refusal has beside it what was changed of the destination, when, and for the client's people by whom", async () => {
  const house = await emptyHouse();
  const { id } = (await createDestination(house)).body;
  await change(house, id, { settings: { url: `${makeUrl.slice(0, -1)}3` } });
  await changedAt(id, 180_000);
  await send(house, "cat@example.com");
  await answered(house, [404, "Not found"]);
  const [delivery] = await rows<{ public_id: string; dead_letter_id: string }>(
    "SELECT public_id, dead_letter_id FROM deliveries WHERE destination_id = ?",
    id,
  );
  const told = `The destination's settings were changed ${new Date(testNow - 180_000).toISOString().slice(0, 19).replace("T", " ")} UTC by `;
  const paths = [
    [`/api/dead-letters/${delivery?.dead_letter_id}`, "what_happened"],
    [`/api/deliveries/${delivery?.public_id}`, "what_next"],
    [`/api/destinations/${id}`, "what_next"],
  ] as const;
  for (const [path, field] of paths) {
    const seen = await call("GET", path, { as: house.admin });
    expect(seen.body[field]).toContain(told);
    const masked = await call("GET", path, { as: house.viewer });
    expect(masked.body[field]).toContain(told.replace(" by ", " (its address)"));
  }
  const causes = await call("GET", `/api/dead-letter-groups?destination_id=${id}`, { as: house.admin });
  expect(causes.body.items[0].what_happened).toContain(told);
  const story = await call("GET", `/api/where-is-my-lead?q=${delivery?.public_id}`, { as: house.admin });
  expect(story.body.story.stands.next).toContain(told);
});

it.each([404, 410])("a new address is offered for a %s wherever it is told", async (status) => {
  const house = await emptyHouse();
  const { id } = (await createDestination(house)).body;
  await send(house, `p${status}@example.com`);
  await answered(house, [status, "no"]);
  const [delivery] = await rows<{ public_id: string; dead_letter_id: string }>(
    "SELECT public_id, dead_letter_id FROM deliveries WHERE destination_id = ?",
    id,
  );
  const offered = {
    operation: "changeDestination",
    path: `/api/destinations/${id}`,
    field: "settings",
    setting: "address",
  };
  const actionsAt = async (path: string, as: string) => {
    const { body } = await call("GET", path, { as });
    return body.actions ?? body.story.stands.actions;
  };
  for (const path of [
    `/api/dead-letters/${delivery?.dead_letter_id}`,
    `/api/deliveries/${delivery?.public_id}`,
    `/api/where-is-my-lead?q=${delivery?.public_id}`,
    `/api/where-is-my-lead?q=${delivery?.dead_letter_id}`,
  ]) {
    expect(await actionsAt(path, house.admin)).toContainEqual(expect.objectContaining(offered));
    expect(await actionsAt(path, house.viewer)).toEqual([]);
  }
  expect((await show(house, id)).body.what_next).toContain(
    `\`leadrelay destination change ${id} --address\``,
  );
});
