import { applyD1Migrations, env } from "cloudflare:test";
import { beforeAll, describe, expect, it } from "vitest";
import { testApi } from "../../../../test/api/admin-api.ts";
import { busyLead } from "../../../../test/api/busy-lead.ts";
import { newHouse } from "../../../../test/api/people.ts";
import { meteredD1 } from "../../../../test/metered-d1.ts";

beforeAll(() => applyD1Migrations(env.DB, env.TEST_MIGRATIONS));

async function read(path: string, as: string) {
  const { bill, databases } = meteredD1();
  const { status, body } = await testApi(databases).call("GET", path, { as });
  expect(status).toBe(200);
  return { body, read: bill.read };
}

interface Step {
  kind: string;
  what: string;
  submission_id: string;
}
const notTold = (steps: Step[]) => steps.filter(({ kind }) => kind === "not_told");

describe("of a lead with hundreds of deliveries", () => {
  const crowd = { submissions: 10, destinations: 60 };

  it("the lead is shown with so many, and says where the others are", async () => {
    const house = await newHouse();
    const { lead_id } = await busyLead(house, crowd);
    const { body, read: rows } = await read(`/api/leads/${lead_id}`, house.admin);
    expect(body.deliveries).toHaveLength(500);
    expect(body.more_deliveries).toBe(true);
    expect(rows).toBeLessThan(2500);
  });

  it("timeline and where-is-my-lead tell so many, and say at which submissions the rest is not told", async () => {
    const house = await newHouse();
    const { lead_id, submissionIds } = await busyLead(house, crowd);
    const timeline = (await read(`/api/leads/${lead_id}/timeline`, house.admin)).body;
    const where = (await read(`/api/where-is-my-lead?q=${lead_id}`, house.admin)).body;
    for (const steps of [timeline.items, where.story.steps] as Step[][]) {
      expect(steps.filter(({ kind }) => kind === "attempt")).toHaveLength(500);
      expect(new Set(notTold(steps).map(({ submission_id }) => submission_id))).toEqual(
        new Set(submissionIds.slice(0, 2)),
      );
      expect(notTold(steps)[0]?.what).toContain("/api/deliveries?lead_id=");
    }
  });

  it("a submission is shown with a hundred, and says that there are more", async () => {
    const house = await newHouse();
    const { submissionIds } = await busyLead(house, { submissions: 1, destinations: 120 });
    const { body } = await read(`/api/submissions/${submissionIds[0]}`, house.admin);
    expect(body.deliveries).toHaveLength(100);
    expect(body.more_deliveries).toBe(true);
  });
});

describe("of a delivery that was tried hundreds of times", () => {
  it("the last tries are shown, and the earlier ones when asked for", async () => {
    const house = await newHouse();
    const { deliveryIds } = await busyLead(house, { submissions: 1, destinations: 1, attempts: 250 });
    const path = `/api/deliveries/${deliveryIds[0]}`;
    const numbers: number[] = [];
    for (let before: number | null = 1000; before !== null;) {
      const { body } = await read(`${path}?attempts_before=${before}`, house.admin);
      expect(body.attempts_made.length).toBeLessThanOrEqual(100);
      numbers.unshift(...body.attempts_made.map(({ number }: { number: number }) => number));
      before = body.earlier_attempts;
    }
    expect(numbers).toEqual(Array.from({ length: 250 }, (_, n) => n + 1));
    expect((await read(path, house.admin)).body).toMatchObject({ earlier_attempts: 151 });
  });

  it("its story says that the rest is not told, and tells how it ended", async () => {
    const house = await newHouse();
    const { lead_id, submissionIds } = await busyLead(house, {
      submissions: 1,
      destinations: 3,
      attempts: 250,
    });
    const { body } = await read(`/api/where-is-my-lead?q=${lead_id}`, house.admin);
    expect(notTold(body.story.steps).map(({ submission_id }) => submission_id)).toEqual(submissionIds);
    expect(body.story.stands.state).toBe("dead");
  });
});

it("of a lead like most, nothing is left out", async () => {
  const house = await newHouse();
  const { lead_id, submissionIds, deliveryIds } = await busyLead(house, { submissions: 2, destinations: 2 });
  expect((await read(`/api/leads/${lead_id}`, house.admin)).body.more_deliveries).toBe(false);
  const submission = await read(`/api/submissions/${submissionIds[0]}`, house.admin);
  expect(submission.body.more_deliveries).toBe(false);
  expect(notTold((await read(`/api/leads/${lead_id}/timeline`, house.admin)).body.items)).toEqual([]);
  const delivery = await read(`/api/deliveries/${deliveryIds[0]}`, house.admin);
  expect(delivery.body).toMatchObject({ earlier_attempts: null, attempts_made: [{ number: 1 }] });
});
