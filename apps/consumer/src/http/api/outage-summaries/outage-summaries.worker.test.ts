import { applyD1Migrations, env } from "cloudflare:test";
import { beforeAll, describe, expect, it } from "vitest";
import { call, where } from "../../../../test/api/where.ts";
import { newHouse } from "../../../../test/api/people.ts";
import { anna, expectNothingOfAnna, submitForm } from "../../../../test/api/person.ts";
import { waitingForD1, waitingMessage } from "../../../../test/api/where-states.ts";
import { deliverMessages, testDependencies, testNow } from "../../../../test/deliver-messages.ts";

beforeAll(() => applyD1Migrations(env.DB, env.TEST_MIGRATIONS));

describe("summaries of leads that waited for the database", () => {
  it("are listed to their client's people, page by page, without contact details", async () => {
    const [house, other] = await Promise.all([newHouse(), newHouse()]);
    const ids = [await waitingForD1(house), await waitingForD1(house)].toSorted();
    for (let n = 0; n < 3; n += 1) await waitingForD1(other);
    const found: string[] = [];
    const sent: unknown[] = [];
    let cursor = "";
    for (let page = 0; page < 6 && cursor !== "&cursor=null"; page += 1) {
      const { status, body } = await call("GET", `/api/outage-summaries?limit=1${cursor}`, {
        as: house.viewer,
      });
      expect(status).toBe(200);
      expectNothingOfAnna(body);
      for (const item of body.items) {
        expect(item).toMatchObject({
          client_id: house.clientId,
          tries: 2,
          stored_at: null,
        });
        sent.push(...item.sent);
        found.push(item.submission_id);
      }
      expect(body.items).toHaveLength(1);
      cursor = `&cursor=${body.next_cursor}`;
    }
    expect(found.toSorted()).toEqual(ids);
    // They are one person's: the first was sent, its repeats wait for the database.
    expect(sent).toMatchObject([{ destination_id: house.destinationId, outcome: "delivered" }]);
    expect(
      (await call("GET", `/api/outage-summaries?client_id=${house.clientId}`, { as: other.owner })).status,
    ).toBe(404);
  });

  it("of a lead that is stored by now say when, and are gone a day later", async () => {
    const house = await newHouse();
    const { id, message } = await waitingMessage(house);
    await deliverMessages([message], testDependencies());
    const { body } = await call("GET", "/api/outage-summaries", { as: house.admin });
    expect(body.items).toMatchObject([{ submission_id: id, stored_at: testNow }]);
    const { keys } = await env.KV.list({ prefix: `lead_fail_d1:${id}` });
    const left = (keys[0]?.expiration ?? 0) - Date.now() / 1_000;
    expect(left).toBeGreaterThan(86_000);
    expect(left).toBeLessThanOrEqual(86_400);
  });

  it("that an older version wrote, with nothing beside the key, are listed too", async () => {
    const house = await newHouse();
    const id = await waitingForD1(house);
    const key = `lead_fail_d1:${id}`;
    await env.KV.put(key, (await env.KV.get(key)) ?? "");
    const { body } = await call("GET", "/api/outage-summaries", { as: house.admin });
    expect(body.items).toMatchObject([{ submission_id: id, stored_at: null }]);
  });

  it("of a lead that is stored by now tell the way it took", async () => {
    const house = await newHouse();
    const id = await waitingForD1(house);
    await submitForm(house, anna, { submission_id: id, received_at: testNow });
    const { body } = await where(id, house.admin);
    expect(body.story.stands.state).toBe("pending");
    expect(body.story.steps.map(({ kind }: { kind: string }) => kind)).toContain("waiting_for_storage");
  });
});
