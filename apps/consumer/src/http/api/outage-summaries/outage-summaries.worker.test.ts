import { applyD1Migrations, env } from "cloudflare:test";
import { beforeAll, describe, expect, it } from "vitest";
import { call, where } from "../../../../test/api/where.ts";
import { newHouse } from "../../../../test/api/people.ts";
import { anna, expectNothingOfAnna, submitForm } from "../../../../test/api/person.ts";
import { waitingForD1 } from "../../../../test/api/where-states.ts";
import { testNow } from "../../../../test/deliver-messages.ts";

beforeAll(() => applyD1Migrations(env.DB, env.TEST_MIGRATIONS));

describe("summaries of leads that waited for the database", () => {
  it("are listed to their client's people, page by page, without contact details", async () => {
    const [house, other] = await Promise.all([newHouse(), newHouse()]);
    const ids = [await waitingForD1(house), await waitingForD1(house)].toSorted();
    await waitingForD1(other);
    const found: string[] = [];
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
          sent: [{ destination_id: house.destinationId, outcome: "delivered" }],
        });
        found.push(item.submission_id);
      }
      cursor = `&cursor=${body.next_cursor}`;
    }
    expect(found.toSorted()).toEqual(ids);
    expect(
      (await call("GET", `/api/outage-summaries?client_id=${house.clientId}`, { as: other.owner })).status,
    ).toBe(404);
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
