import { replayDelivery } from "@leadrelay/delivery/replay/replay-delivery";
import { applyD1Migrations, env } from "cloudflare:test";
import { beforeAll, expect, it } from "vitest";
import { commitSingle } from "../../test/commit-single.ts";
import { confirmingTenant, executionOf, toldUnconfirmed, withinFive } from "../../test/confirming.ts";
import { deliverMessages, testDependencies, testNow } from "../../test/deliver-messages.ts";
import { scriptedReceiver, wake } from "../../test/deliver-wakeups.ts";
import { operatorOf } from "../../test/plan-replays.ts";
import { seededRandom } from "../../test/seeded-random.ts";
import { rows } from "../../test/tenant.ts";
import { replayDependencies } from "../replays/replay-dependencies.ts";
import { tellUnconfirmed } from "../sweeps/confirmations/tell-unconfirmed.ts";
import { deliveryCounts } from "../../test/counters.ts";

beforeAll(() => applyD1Migrations(env.DB, env.TEST_MIGRATIONS));

const fiveMinutesMs = 300_000;
const steps = [
  "sent",
  "it ran",
  "it failed",
  "the same again",
  "four minutes",
  "sweep",
  "two sweeps",
  "sent again",
  "asks no more",
  "asks again",
] as const;
type Step = (typeof steps)[number];

/** The rules as one would tell them over the phone. */
class Model {
  status: "pending" | "delivered" | "confirmed" = "pending";
  waitsUntil: number | null = null;
  isMissed = false;
  told = 0;
  counted = 0;
  asks = true;
  now = testNow;

  arrives() {
    // A lead is counted as delivered once, whatever becomes of it.
    this.counted = 1;
  }
  miss() {
    if (!this.isMissed) this.told += 1;
    this.isMissed = true;
    this.waitsUntil = null;
  }
  // oxlint-disable-next-line complexity
  step(step: Step) {
    if (step === "four minutes") this.now += 240_000;
    if (step === "asks no more") this.asks = false;
    if (step === "asks again") this.asks = true;
    if (step === "sent" && this.status === "pending") {
      this.status = "delivered";
      this.arrives();
      this.waitsUntil = this.asks ? this.now + fiveMinutesMs : null;
    }
    if (step === "it ran" && this.status !== "confirmed") {
      this.status = "confirmed";
      this.arrives();
      this.waitsUntil = null;
    }
    if (step === "it failed" && this.status === "delivered" && !this.isMissed) this.miss();
    if (
      (step === "sweep" || step === "two sweeps") &&
      this.waitsUntil !== null &&
      this.waitsUntil <= this.now
    ) {
      if (this.asks) this.miss();
      else this.waitsUntil = null;
    }
    if (step === "sent again" && this.status === "delivered" && this.isMissed) {
      this.status = "pending";
      this.waitsUntil = null;
    }
  }
}

it("a delivery goes through any history of tries, callbacks, sweeps and sendings again as it is told in words", async () => {
  const random = seededRandom(12);
  for (let history = 0; history < 30; history += 1) {
    const { tenant, now: row } = await confirmingTenant();
    const { public_id } = await row();
    const model = new Model();
    let last = executionOf(tenant, public_id, "done");
    let hasSaid = false;
    const done: string[] = [];
    for (let count = 0; count < 14; count += 1) {
      const step = steps[Math.floor(random() * steps.length)] ?? "sweep";
      const at = { now: () => model.now };
      done.push(step);
      switch (step) {
        case "sent":
          await wake([await row()], { ...at, fetch: scriptedReceiver().fetch });
          break;
        case "it ran":
        case "it failed":
          last = executionOf(tenant, public_id, step === "it ran" ? "done" : "failed", model.now);
          hasSaid = true;
          await deliverMessages([last], testDependencies(at));
          break;
        case "the same again":
          if (hasSaid) await deliverMessages([last], testDependencies(at));
          break;
        case "sweep":
          await tellUnconfirmed(testDependencies(at));
          break;
        case "two sweeps":
          await Promise.all([tellUnconfirmed(testDependencies(at)), tellUnconfirmed(testDependencies(at))]);
          break;
        case "sent again": {
          const reached = replayDependencies(testDependencies(at));
          await commitSingle(
            await replayDelivery(operatorOf(tenant), { deliveryId: public_id, by: "op-1" }, reached),
          );
          break;
        }
        case "asks no more":
        case "asks again":
          await env.DB.prepare("UPDATE destinations SET confirm_json = ? WHERE id = ?")
            .bind(step === "asks again" ? withinFive : null, tenant.destinationId)
            .run();
          break;
        case "four minutes":
          break;
      }
      model.step(step);
      const { status, confirm_by, unconfirmed_at } = await row();
      const [{ n } = { n: 0 }] = await rows<{ n: number | null }>(
        `SELECT sum(value) AS n FROM ${deliveryCounts} WHERE destination_id = ? AND outcome = 'delivered'`,
        tenant.destinationId,
      );
      expect(
        {
          status,
          confirm_by,
          isMissed: unconfirmed_at !== null,
          told: await toldUnconfirmed(tenant),
          counted: n ?? 0,
        },
        done.join(" · "),
      ).toEqual({
        status: model.status,
        confirm_by: model.waitsUntil,
        isMissed: model.isMissed,
        told: model.told,
        counted: model.counted,
      });
    }
  }
});
