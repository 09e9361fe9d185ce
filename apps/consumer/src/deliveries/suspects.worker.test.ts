import { sealedSettingsAt } from "@leadrelay/db/destinations/destination";
import { knownShapes } from "@leadrelay/delivery/shapes/known-shapes";
import { applyD1Migrations, env } from "cloudflare:test";
import { beforeAll, describe, expect, it } from "vitest";
import { testDependencies, testNow } from "../../test/deliver-messages.ts";
import {
  answersOf,
  attemptsOf,
  deliveriesOf,
  scriptedReceiver,
  tenantWithDeliveries,
  wake,
} from "../../test/deliver-wakeups.ts";
import { meteredD1 } from "../../test/metered-d1.ts";
import { rows, type Tenant } from "../../test/tenant.ts";

beforeAll(() => applyD1Migrations(env.DB, env.TEST_MIGRATIONS));

/** A buyer whose address takes any webhook, with rules for its answers or without, and leads that are due there. */
async function buyer(leads: number, rules: Record<string, unknown> = {}) {
  const { tenant, keys } = await tenantWithDeliveries(leads, { destination: { kind: "webhook" } });
  const settings = { url: "https://buyer.example.com/leads", signature: "none", ...rules };
  const sealed = await (
    await testDependencies().sealer()
  ).seal(JSON.stringify(settings), sealedSettingsAt(tenant.destinationId));
  await env.DB.prepare("UPDATE destinations SET sealed_settings = ? WHERE id = ?")
    .bind(sealed, tenant.destinationId)
    .run();
  return { tenant, keys, isolate: { knownShapes: knownShapes() } };
}
const answering = (...bodies: string[]) =>
  scriptedReceiver(...answersOf(...bodies.map((body) => [200, body] as const)));
const signalsOf = async ({ destinationId }: Tenant) =>
  (
    await rows<{ type: string; detail_json: string }>(
      "SELECT type, detail_json FROM signals WHERE destination_id = ?",
      destinationId,
    )
  ).map(({ type, detail_json }) => ({ type, ...(JSON.parse(detail_json) as { part: object }).part }));
const shapesOf = ({ destinationId }: Tenant) =>
  rows<{ count: number; sample: string }>(
    "SELECT count, sample FROM answer_shapes WHERE destination_id = ? ORDER BY first_seen_at, count DESC",
    destinationId,
  );
const accepted = (id: number) => `{"result":"accepted","id":${id}}`;

describe("a buyer that answers 200 with duplicate", () => {
  it("is suspected at once, with the usual answer and a rule, where it was not set up to be read", async () => {
    const { tenant, keys, isolate } = await buyer(6);
    await wake(keys.slice(0, 5), { ...answering(...[1, 2, 3, 4, 5].map(accepted)), ...isolate });
    expect(await signalsOf(tenant)).toEqual([]);
    await wake(keys.slice(5), { ...answering('{"result":"duplicate","id":6}'), ...isolate });
    expect(await signalsOf(tenant)).toMatchObject([
      {
        type: "delivery.suspect",
        status_code: 200,
        answer: '{"result":"duplicate","id":6}',
        usual: expect.stringContaining('"accepted"'),
        rule: "--set answer_at=result --set duplicate_when=duplicate",
      },
    ]);
    expect(await deliveriesOf(tenant)).toHaveLength(6);
  });

  it("is suspected at its very first answer, too", async () => {
    const { tenant, keys, isolate } = await buyer(1);
    await wake(keys, { ...answering('{"result":"duplicate"}'), ...isolate });
    expect(await signalsOf(tenant)).toMatchObject([{ type: "delivery.suspect", usual: null }]);
  });

  it("has an outcome of its own by a rule, and is not suspected", async () => {
    const { tenant, keys, isolate } = await buyer(1, { answer_at: "result", duplicate_when: ["duplicate"] });
    await wake(keys, { ...answering('{"result":"duplicate"}'), ...isolate });
    expect(await deliveriesOf(tenant)).toMatchObject([{ status: "skipped", dead_letter_id: null }]);
    expect(await attemptsOf(tenant)).toEqual(["1 refused"]);
    expect(await signalsOf(tenant)).toEqual([]);
    expect(await shapesOf(tenant)).toEqual([]);
  });
});

describe("the shapes of answers", () => {
  it("are counted, and one that greets each lead by name is one", async () => {
    const { tenant, keys, isolate } = await buyer(5);
    const greeting = keys.map((_, index) => `{"message":"thank you p${index}@example.com","id":${index}}`);
    await wake(keys, { ...answering(...greeting), ...isolate });
    expect(await shapesOf(tenant)).toMatchObject([
      { count: 5, sample: expect.not.stringContaining("@example.com") },
    ]);
    expect(await signalsOf(tenant)).toEqual([]);
  });

  it("that are known today cost no row, in this isolate and in another one", async () => {
    const { tenant, keys, isolate } = await buyer(8);
    await wake(keys.slice(0, 5), { ...answering(...[1, 2, 3, 4, 5].map(accepted)), ...isolate });
    const bills = [];
    for (const [index, one] of [isolate, { knownShapes: knownShapes() }].entries()) {
      const { bill, databases } = meteredD1();
      await wake(keys.slice(5 + index, 6 + index), { ...answering(accepted(9)), ...one, ...databases });
      bills.push(bill);
    }
    expect(bills.map(({ written, calls }) => ({ written, calls }))).toEqual([
      { written: 5, calls: 3 },
      { written: 5, calls: 3 },
    ]);
    expect(await shapesOf(tenant)).toMatchObject([{ count: 5 }]);
  });

  it("are noted anew on the next day, once", async () => {
    const { tenant, keys, isolate } = await buyer(3);
    await wake(keys.slice(0, 1), { ...answering(accepted(1)), ...isolate });
    const tomorrow = { now: () => testNow + 86_400_000 };
    await wake(keys.slice(1), { ...answering(accepted(2), accepted(3)), ...isolate, ...tomorrow });
    expect(await shapesOf(tenant)).toMatchObject([{ count: 3 }]);
  });

  it("that were not looked at, because an isolate ended, are looked at with the next answer of theirs", async () => {
    const { tenant, keys, isolate } = await buyer(2);
    await wake(keys.slice(0, 1), { ...answering('{"result":"duplicate"}'), ...isolate });
    await env.DB.batch([
      env.DB.prepare("DELETE FROM signals WHERE destination_id = ?").bind(tenant.destinationId),
      env.DB.prepare("UPDATE answer_shapes SET is_judged = 0 WHERE destination_id = ?").bind(
        tenant.destinationId,
      ),
    ]);
    await wake(keys.slice(1), { ...answering('{"result":"duplicate"}'), knownShapes: knownShapes() });
    expect(await signalsOf(tenant)).toHaveLength(1);
  });

  it("of one that answers ever anew are fifty rows, and those of the batch that it came to them in", async () => {
    const { tenant, keys, isolate } = await buyer(70);
    const letters = keys.map(
      (_, index) => `{"result":"${"abcdefghij"[index % 10]}${"abcdefghij"[Math.floor(index / 10)]}"}`,
    );
    await wake(keys.slice(0, 30), { ...answering(...letters.slice(0, 30)), ...isolate });
    for (const from of [30, 60])
      await wake(keys.slice(from, from + 30), {
        ...answering(...letters.slice(from, from + 30)),
        ...isolate,
      });
    expect(await shapesOf(tenant)).toHaveLength(60);
    expect(await signalsOf(tenant)).toEqual([]);
  });
});
