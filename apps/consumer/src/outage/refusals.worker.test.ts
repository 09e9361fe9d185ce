import { applyD1Migrations, env } from "cloudflare:test";
import { beforeAll, describe, expect, it } from "vitest";
import { testDependencies, testNow } from "../../test/deliver-messages.ts";
import { hookUrl, sealUrl } from "../../test/deliver-wakeups.ts";
import { publishDirect } from "../../test/publish-direct.ts";
import { seededRandom } from "../../test/seeded-random.ts";
import { newTenant, rows } from "../../test/tenant.ts";
import { timedQueues } from "../../test/timed-queues.ts";
import { distantD1, virtualTime } from "../../test/virtual-time.ts";
import type { Dependencies } from "../dependencies.ts";

beforeAll(() => applyD1Migrations(env.DB, env.TEST_MIGRATIONS));

const leads = 80;
const everyMs = 700;

interface Chances {
  /** Of each call to D1, that it is refused. */
  refused: number;
  /** Of each refused one, that it was done all the same. */
  done: number;
  /** What an invocation that commits may send itself. */
  firstAttempts: number;
}

/** Leads that come alone, one after the other, while D1 refuses calls by chance; how long each took to its receiver, ms, and how often it came there. */
async function live({ refused, done, firstAttempts }: Chances) {
  const random = seededRandom(7);
  const time = virtualTime(testNow);
  const { d1 } = distantD1(env.DB, 10, time);
  let isOver = false;
  const refusing = new Proxy(d1, {
    get: (target, key) => {
      const value: unknown = Reflect.get(target, key);
      if (key !== "batch") return typeof value === "function" ? value.bind(target) : value;
      return async (statements: D1PreparedStatement[]) => {
        const isRefused = !isOver && random() < refused;
        const isDone = random() < done;
        if (!isRefused || isDone) {
          const results = await target.batch(statements);
          if (!isRefused) return results;
        } else await time.wait(10);
        throw new Error("D1_ERROR: Network connection lost.");
      };
    },
  });
  const tenant = await newTenant();
  await sealUrl(tenant, hookUrl);
  await publishDirect(tenant, testDependencies());
  const arrived = new Map<string, number[]>();
  const fetch = (async (_input: RequestInfo | URL, init?: RequestInit) => {
    const { email } = JSON.parse(init?.body as string) as { email: string };
    arrived.set(email, [...(arrived.get(email) ?? []), time.now()]);
    await time.wait(50);
    return new Response("Accepted");
  }) as Dependencies["fetch"];
  const { start, untilEmpty, ...queues } = timedQueues(time);
  const databases = { control: refusing, leadDatabase: () => refusing };
  const made = testDependencies({ fetch, random, now: time.now, wait: time.wait, ...databases });
  start({ ...made, ...queues, config: { ...made.config, firstAttempts } });
  const posts = Array.from({ length: leads }, (_, at) => {
    const context = { ...tenant.submission().context, ip: null };
    return tenant.submission({
      fields: { email: `p${at}@example.com` },
      context,
      received_at: testNow + at * everyMs,
    });
  });
  await time.run(
    (async () => {
      for (const post of posts) {
        await queues.leadsQueue.send(post);
        await time.wait(everyMs);
      }
      await untilEmpty();
      // What the sweep does for what nobody woke, or for whose claim nobody knew, once its lease is over.
      isOver = true;
      await time.wait(100_000);
      const { destinationId: destination_id } = tenant;
      await queues.deliveriesQueue.send({ v: 1, type: "run", database: "DB", destination_id });
      await untilEmpty();
    })(),
  );
  const took = posts.map(
    ({ fields, received_at }) => (arrived.get(fields.email ?? "")?.[0] ?? Infinity) - received_at,
  );
  const percentile = (share: number) => took.toSorted((a, b) => a - b)[Math.ceil(share * leads) - 1];
  const deliveries = await rows("SELECT status FROM deliveries WHERE client_id = ?", tenant.clientId);
  return {
    p90: percentile(0.9),
    twice: [...arrived.values()].filter(({ length }) => length > 1).length,
    arrived: arrived.size,
    deliveries: Map.groupBy(deliveries, ({ status }) => status),
  };
}

describe.each([0, 6])(
  "leads that come alone, %d of which the invocation that commits may send",
  (firstAttempts) => {
    it.each([
      [0.05, 0, 1_000],
      [0.3, 0, 3_000],
      [0.3, 0.5, 3_000],
    ])(
      "while D1 refuses each call by a chance of %d, having done it by %d, are sent once, nine of ten within %d ms",
      async (refused, done, most) => {
        const came = await live({ refused, done, firstAttempts });
        expect(came).toMatchObject({ arrived: leads, twice: 0 });
        expect(came.p90).toBeLessThanOrEqual(most);
        expect(came.deliveries.get("delivered")).toHaveLength(leads);
      },
    );
  },
);
