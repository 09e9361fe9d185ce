import { applyD1Migrations, env } from "cloudflare:test";
import { beforeAll, expect, it, test } from "vitest";
import { confirmingTenant, withinFive } from "../../test/confirming.ts";
import { testNow } from "../../test/deliver-messages.ts";
import { wake } from "../../test/deliver-wakeups.ts";
import { meteredD1 } from "../../test/metered-d1.ts";
import type { Dependencies } from "../dependencies.ts";

beforeAll(() => applyD1Migrations(env.DB, env.TEST_MIGRATIONS));

const answering = (status: number, body = "Accepted"): Pick<Dependencies, "fetch"> => ({
  fetch: async () => new Response(body, { status }),
});
const discord = { url: "https://discord.com/api/webhooks/123456789012345678/abc" };
const taken = { status: "delivered", confirmed_at: null, unconfirmed_at: null };
const waited = { ...taken, confirm_by: testNow + 5 * 60_000 };
const unasked = { ...taken, confirm_by: null };

test.each<[what: string, ...Parameters<typeof confirmingTenant>, answer: [number, string], row: object]>([
  [
    "one that must be confirmed is waited for",
    { confirm_json: withinFive },
    undefined,
    [200, "Accepted"],
    waited,
  ],
  ["one that need not be is not", {}, undefined, [200, "Accepted"], unasked],
  [
    "nor one of which only returns were agreed",
    { confirm_json: '{"returns":{}}' },
    undefined,
    [200, ""],
    unasked,
  ],
  [
    "one that is tried again is not waited for yet",
    { confirm_json: withinFive },
    undefined,
    [503, "busy"],
    { status: "pending", confirm_by: null },
  ],
  [
    "one that was refused is not",
    { confirm_json: withinFive },
    undefined,
    [404, "none"],
    { status: "dead", confirm_by: null },
  ],
  [
    "the id that its receiver answers confirms it",
    { confirm_json: withinFive, kind: "discord" },
    discord,
    [200, '{"id":"512"}'],
    { status: "confirmed", confirm_by: null, confirmed_at: testNow, receiver_id: "512" },
  ],
  [
    "an answer of such a receiver without an id is waited for",
    { confirm_json: withinFive, kind: "discord" },
    discord,
    [200, "{}"],
    waited,
  ],
  [
    "where nothing has to be confirmed an id confirms nothing",
    { kind: "discord" },
    discord,
    [200, '{"id":"512"}'],
    { ...unasked, receiver_id: "512" },
  ],
])("%s", async (_what, destination, settings, [status, body], row) => {
  const { now } = await confirmingTenant(destination, settings);
  await wake([await now()], answering(status, body));
  expect(await now()).toMatchObject(row);
});

it("that it must be confirmed writes one entry of an index more than where it need not be", async () => {
  const bills = [];
  for (const confirm_json of [withinFive, null]) {
    const { now } = await confirmingTenant({ confirm_json });
    const { bill, databases } = meteredD1(
      (sql) => sql.includes("UPDATE deliveries") && sql.includes("INSERT INTO delivery_attempts"),
    );
    await wake([await now()], { ...answering(200), ...databases });
    bills.push(bill);
  }
  const [asked, plain] = bills;
  expect(asked?.written).toBe((plain?.written ?? 0) + 1);
  // What is read besides depends on what else is there.
  expect(Math.abs((asked?.read ?? 0) - (plain?.read ?? 0))).toBeLessThanOrEqual(1);
});
