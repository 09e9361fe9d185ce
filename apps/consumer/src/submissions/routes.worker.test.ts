import type { DeliveryKey } from "@leadrelay/contracts/delivery-wakeup";
import type { SubmissionMessage } from "@leadrelay/contracts/submission-message";
import { applyD1Migrations, env } from "cloudflare:test";
import { beforeAll, describe, expect, it } from "vitest";
import { deliverMessages, testDependencies } from "../../test/deliver-messages.ts";
import { meteredD1 } from "../../test/metered-d1.ts";
import { wake } from "../../test/deliver-wakeups.ts";
import { sealMembers } from "../../test/seal-members.ts";
import { routedTenant, type RoutedTenant } from "../../test/routed-tenant.ts";
import { newTenant, rows } from "../../test/tenant.ts";
import { isCommit, watchedD1 } from "../../test/watched-d1.ts";
import type { Dependencies } from "../dependencies.ts";

beforeAll(() => applyD1Migrations(env.DB, env.TEST_MIGRATIONS));

const weights = (...list: number[]) => list.map((weight) => ({ weight }));
const hour = 3_600_000;

/** People by e-mail alone, numbered. */
const people = (tenant: RoutedTenant, first: number, count: number): SubmissionMessage[] =>
  Array.from({ length: count }, (_, index) =>
    tenant.submission({
      fields: { email: `person${first + index}@example.com` },
      context: { ...tenant.submission().context, ip: null },
    }),
  );

/** How many leads each member got: A, B, … */
async function shares({ clientId, members }: RoutedTenant): Promise<number[]> {
  const counts = await rows<{ destination_id: string; leads: number }>(
    "SELECT destination_id, count(*) AS leads FROM deliveries WHERE client_id = ? GROUP BY 1",
    clientId,
  );
  return members.map((id) => counts.find(({ destination_id }) => destination_id === id)?.leads ?? 0);
}

const tallies = async ({ clientId, routeId }: RoutedTenant) =>
  Object.fromEntries(
    (
      await rows<{ subject: string; count: number }>(
        "SELECT subject, count FROM tallies WHERE client_id = ? ORDER BY subject",
        clientId,
      )
    ).map(({ subject, count }) => [
      subject.replace(`route:${routeId}:1000:dst_`, "").replace(`_${clientId}`, ""),
      count,
    ]),
  );

/** Of the last submission, what each destination was told. */
async function lastWords({ clientId }: RoutedTenant): Promise<Record<string, string>> {
  const [row] = await rows<{ decision_json: string }>(
    "SELECT decision_json FROM lead_submissions WHERE client_id = ? ORDER BY id DESC LIMIT 1",
    clientId,
  );
  const { destinations } = JSON.parse(row?.decision_json ?? "{}") as { destinations: (string | null)[][] };
  return Object.fromEntries(
    destinations.map(([id, reason, , , , words]) => [
      String(id).split("_")[1],
      words === undefined ? (reason ?? "") : `${reason}: ${words}`,
    ]),
  );
}

describe("leads of a route by shares", () => {
  it("land within a percent of them, of 10 000, with two consumers that commit at once, messages and wake-ups that come twice, and members that refuse", async () => {
    const tenant = await routedTenant("weighted", weights(40, 30, 20, 10));
    await sealMembers(tenant);
    let sent = 0;
    const batch = () => people(tenant, (sent += 100) - 100, 100);
    const reached: string[] = [];
    const fetch = (async (input: RequestInfo | URL, init: RequestInit = {}) => {
      const { email = "" } = JSON.parse(init.body as string) as { email?: string };
      const member = new URL(new Request(input).url).pathname;
      const number = Number(/\d+/.exec(email)?.[0]);
      if (number % 5 === 0) return new Response("no such list", { status: 422 });
      reached.push(`${email} ${member}`);
      return new Response("Accepted");
    }) as Dependencies["fetch"];
    for (let round = 0; round < 50; round += 1) {
      const [one, other] = [batch(), batch()];
      const [repeated] = one;
      const due = await rows<DeliveryKey>(
        "SELECT lead_id, event_id, destination_id FROM deliveries WHERE client_id = ? AND status = 'pending' LIMIT 30",
        tenant.clientId,
      );
      await Promise.all([
        deliverMessages(one, testDependencies()),
        deliverMessages(repeated === undefined ? other : [...other, repeated], testDependencies()),
        ...(due.length === 0 ? [] : [wake(due, { fetch }), wake(due.slice(0, 10), { fetch })]),
      ]);
      if (round % 10 === 0) await deliverMessages(one, testDependencies());
    }
    const got = await shares(tenant);
    expect(got.reduce((sum, count) => sum + count, 0)).toBe(10_000);
    for (const [index, weight] of [40, 30, 20, 10].entries())
      expect(Math.abs((got[index] ?? 0) / 100 - weight)).toBeLessThanOrEqual(1);
    const counted = await tallies(tenant);
    expect(counted).toEqual({ A: got[0], B: got[1], C: got[2], D: got[3] });
    expect(new Set(reached.map((line) => line.split(" ")[0])).size).toBe(reached.length);
    const ended = await rows<{ status: string; n: number }>(
      "SELECT status, count(*) AS n FROM deliveries WHERE client_id = ? AND status <> 'pending' GROUP BY 1 ORDER BY 1",
      tenant.clientId,
    );
    expect(ended).toEqual([
      { status: "dead", n: expect.toSatisfy((n: number) => n > 200) },
      { status: "delivered", n: reached.length },
    ]);
  }, 240_000);

  it("hold exactly within one batch, and are told", async () => {
    const tenant = await routedTenant("weighted", weights(50, 30, 20));
    await deliverMessages(people(tenant, 0, 20));
    expect(await shares(tenant)).toEqual([10, 6, 4]);
    await deliverMessages(people(tenant, 20, 1));
    expect(await lastWords(tenant)).toEqual({
      A: "routed: A: 50 % of its 50 %",
      B: "routed_elsewhere",
      C: "routed_elsewhere",
    });
  });

  it("move nothing when a message comes again, or its commit was another's", async () => {
    const tenant = await routedTenant("weighted", weights(1, 1));
    const posts = people(tenant, 0, 3);
    let before: Promise<unknown> | null = null;
    const d1 = watchedD1(env.DB, async (sql, run) => {
      if (isCommit(sql)) await (before ??= deliverMessages(posts));
      return run();
    });
    await deliverMessages(posts, testDependencies({ control: d1, leadDatabase: () => d1 }));
    await deliverMessages(posts);
    expect(await tallies(tenant)).toEqual({ A: 2, B: 1 });
  });

  it("go to another while their member is disabled or down, and it catches up on none of them", async () => {
    const tenant = await routedTenant("weighted", [
      { weight: 1, destination: { enabled: 0 } },
      { weight: 1 },
    ]);
    await deliverMessages(people(tenant, 0, 10));
    expect(await shares(tenant)).toEqual([0, 10]);
    expect(await lastWords(tenant)).toEqual({
      A: "routed_elsewhere",
      B: "routed: B: 100 % of its 50 %",
    });
    await env.DB.prepare("UPDATE destinations SET enabled = 1 WHERE id = ?").bind(tenant.members[0]).run();
    await deliverMessages(people(tenant, 10, 10));
    expect(await shares(tenant)).toEqual([5, 15]);
  });

  it("are moved by no test", async () => {
    const tenant = await routedTenant("weighted", [
      { destination: { takes_test: 1 } },
      { destination: { takes_test: 1 } },
    ]);
    const payload = { __leadrelay_test: "yes" };
    const tests = people(tenant, 0, 4).map((post) => ({ ...post, payload }));
    await deliverMessages(tests);
    expect(await tallies(tenant)).toEqual({});
  });
});

describe("a lead that went to a member of a route", () => {
  it("goes there again when it comes back, whoever's turn it is", async () => {
    const tenant = await routedTenant("round_robin", weights(1, 1));
    const [asha] = people(tenant, 0, 1);
    if (asha === undefined) throw new Error("nobody");
    await deliverMessages([asha]);
    const back = { ...asha, submission_id: crypto.randomUUID(), received_at: asha.received_at + 48 * hour };
    await deliverMessages([back]);
    expect(await shares(tenant)).toEqual([2, 0]);
    expect(await lastWords(tenant)).toEqual({
      A: "routed: A: the lead went there before",
      B: "routed_elsewhere",
    });
    expect(await tallies(tenant)).toEqual({ A: 1 });
  });

  it("has its corrections sent there and nowhere else", async () => {
    const all = { event_types_json: '["lead.created","lead.updated"]' };
    const tenant = await routedTenant("round_robin", [{ destination: all }, { destination: all }]);
    const [asha] = people(tenant, 0, 1);
    if (asha === undefined) throw new Error("nobody");
    await deliverMessages([asha]);
    const corrected = { ...asha.fields, phone: "9876543210", country_code: "+91" };
    await deliverMessages([{ ...asha, submission_id: crypto.randomUUID(), fields: corrected }]);
    expect(await shares(tenant)).toEqual([2, 0]);
  });
});

it("a client without a route writes and reads no row more", async () => {
  const bill = async (tenant: Awaited<ReturnType<typeof newTenant>>) => {
    const metered = meteredD1();
    await deliverMessages([tenant.submission()], testDependencies(metered.databases));
    return metered.bill;
  };
  const plain = await bill(await newTenant());
  const routed = await bill(await routedTenant("weighted", weights(1)));
  // Its tally and its place among what is routed; its place and its route.
  expect(routed.written - plain.written).toBe(2);
  expect(routed.read - plain.read).toBeLessThanOrEqual(4);
});
