import { applyD1Migrations, env } from "cloudflare:test";
import { beforeAll, describe, expect, it } from "vitest";
import { deliverMessages, testDependencies } from "../../test/deliver-messages.ts";
import { meteredD1 } from "../../test/metered-d1.ts";
import { newTenant, rows } from "../../test/tenant.ts";

beforeAll(() => applyD1Migrations(env.DB, env.TEST_MIGRATIONS));

/** An isolate that has ids to use, and what D1 bills for what it stores together. */
function isolate() {
  const { bill, databases } = meteredD1();
  const dependencies = testDependencies(databases);
  return async (bodies: readonly unknown[]): Promise<number> => {
    const before = bill.written;
    await deliverMessages(bodies, dependencies);
    return bill.written - before;
  };
}

const marked = (clientId: string) =>
  rows(
    `SELECT count(*) AS n FROM lead_submissions INDEXED BY lead_submissions_unsent
     WHERE client_id = ? AND unsent IS NOT NULL`,
    clientId,
  );

describe("the mark of what is not sent", () => {
  it("costs nobody a row who is sent, and a duplicate one", async () => {
    const tenant = await newTenant();
    const written = isolate();
    await written([tenant.submission()]);
    expect(await marked(tenant.clientId)).toEqual([{ n: 0 }]);
    const repeats = Array.from({ length: 10 }, () => tenant.submission());
    // Its row, two indexes and the mark's; and what the ten share: lead, counter.
    expect(await written(repeats)).toBeLessThanOrEqual(10 * 4 + 4);
    expect(await marked(tenant.clientId)).toEqual([{ n: 10 }]);
  });

  it("leaves a duplicate that comes alone within seven rows, however much was posted", async () => {
    const tenant = await newTenant();
    const written = isolate();
    await written([tenant.submission()]);
    const context = {
      ...tenant.submission().context,
      city: "Bengaluru",
      region: "Karnataka",
      timezone: "Asia/Kolkata",
      user_agent: `Mozilla/5.0 ${"x".repeat(120)}`,
      referrer: `https://www.example.com/${"y".repeat(80)}`,
    };
    const payload = { email: "anna@example.com", message: "m".repeat(600) };
    expect(await written([tenant.submission({ context, payload })])).toBeLessThanOrEqual(7);
  });
});
