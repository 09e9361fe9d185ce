import { applyD1Migrations, env } from "cloudflare:test";
import { beforeAll, expect, it } from "vitest";
import { deliverMessages } from "../../test/deliver-messages.ts";
import { sealUrl } from "../../test/deliver-wakeups.ts";
import { newTenant, rows } from "../../test/tenant.ts";
import { virtualQueue } from "../../test/virtual-queue.ts";
import { noticesTo, watchingChat } from "../../test/watching-chat.ts";
import type { Dependencies } from "../dependencies.ts";
import { sweepAlerts } from "../sweeps/alerts/sweep-alerts.ts";
import { sweepDeliveries } from "../sweeps/deliveries/sweep-deliveries.ts";

beforeAll(() => applyD1Migrations(env.DB, env.TEST_MIGRATIONS));

const minute = 60_000;
const leads = 5_000;
const batches = 50;
const answerMs = 20;
/** Six lanes of one run send beside each other. */
const lanes = 6;
/** A wake-up's or a run's deliveries. */
const together = 30;

interface Sent {
  id: string;
  at: number;
}

it("a receiver that is down for an hour, of 5 000 leads, has each of them once it is back, in order, and is told of twice", async () => {
  const tenant = await newTenant();
  await sealUrl(tenant, "https://crm.example/hook");
  const chat = await watchingChat(tenant, "chat.example");
  const queue = virtualQueue();
  const { clock } = queue;
  const begin = clock.now();
  const back = begin + 60 * minute;
  const [asked, arrived]: [Sent[], Sent[]] = [[], []];
  const beside = { now: 0, most: 0 };
  const fetch = (async (input: RequestInfo | URL, init: RequestInit = {}) => {
    if (new URL(new Request(input).url).host === "chat.example") return new Response("ok");
    const at = clock.now();
    const { make_send_public_id: id } = JSON.parse(init.body as string) as { make_send_public_id: string };
    asked.push({ id, at });
    beside.most = Math.max(beside.most, (beside.now += 1));
    await clock.wait(answerMs);
    beside.now -= 1;
    if (at < back) return new Response("busy", { status: 503 });
    arrived.push({ id, at });
    return new Response("Accepted");
  }) as Dependencies["fetch"];
  const dependencies = queue.dependencies({ fetch });

  const context = { ...tenant.submission().context, ip: null };
  const perBatch = leads / batches;
  for (let passed = 1; passed <= 75; passed += 1) {
    if (passed <= batches)
      await deliverMessages(
        Array.from({ length: perBatch }, (_, index) =>
          tenant.submission({
            fields: { email: `p${passed}-${index}@example.com` },
            context,
            received_at: clock.now(),
          }),
        ),
        { ...dependencies, leadsQueue: dependencies.leadsQueue },
      );
    await queue.run(dependencies, { until: begin + passed * minute });
    await sweepDeliveries(dependencies);
    await sweepAlerts(dependencies);
  }

  const wanted = await rows<{ public_id: string; attempts: number; spent: number; status: string }>(
    `SELECT public_id, status, attempts, attempts - schedule_from AS spent FROM deliveries
     WHERE destination_id = ? ORDER BY created_at, lead_id`,
    tenant.destinationId,
  );
  expect(wanted).toHaveLength(leads);
  // One by one, each once.
  const ids = wanted.map(({ public_id }) => public_id);
  expect(arrived.map(({ id }) => id).toSorted()).toEqual(ids.toSorted());
  expect(wanted.filter(({ status }) => status !== "delivered")).toEqual([]);

  // The breaker: five that fail one after the other, those that were under way, and a probe each half minute.
  const inVain = asked.filter(({ at }) => at < back);
  expect(inVain.length).toBeGreaterThanOrEqual(60);
  expect(inVain.length).toBeLessThanOrEqual(lanes + 5 + 130);
  // A failure of its own at the beginning, and the try that arrived.
  expect(Math.max(...wanted.map(({ spent }) => spent))).toBeLessThanOrEqual(2);

  // In order, as far as thirty at a time are, but for those few that were tried in vain: they come when they are due again.
  const tried = new Set(inVain.map(({ id }) => id));
  const placeOf = new Map(ids.filter((id) => !tried.has(id)).map((id, place) => [id, place]));
  const places = arrived.flatMap(({ id }) => placeOf.get(id) ?? []);
  expect(places.length).toBe(leads - tried.size);
  expect(Math.max(...places.map((place, index) => Math.abs(place - index)))).toBeLessThan(together);
  // Never more beside each other than the lanes.
  expect(beside.most).toBeLessThanOrEqual(lanes);
  expect(arrived[0]?.at).toBeLessThanOrEqual(back + minute);
  expect(arrived.at(-1)?.at).toBeLessThanOrEqual(back + 10 * minute);

  expect(await noticesTo(chat)).toEqual(["destination.down Make", "destination.recovered Make"]);
  expect(await rows("SELECT * FROM signals WHERE told_at IS NOT NULL")).toEqual([]);
});
