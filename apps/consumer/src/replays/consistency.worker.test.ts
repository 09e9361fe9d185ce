import { cancelDelivery } from "@leadrelay/delivery/replay/cancel-delivery";
import { discardLetter } from "@leadrelay/delivery/replay/discard-letter";
import { replayDelivery } from "@leadrelay/delivery/replay/replay-delivery";
import { replayLetter } from "@leadrelay/delivery/replay/replay-letter";
import { classifyStorageError } from "@leadrelay/db/storage-error";
import { applyD1Migrations, env } from "cloudflare:test";
import * as fc from "fast-check";
import { beforeAll, expect, it } from "vitest";
import { commitSingle } from "../../test/commit-single.ts";
import { tenantWithDead } from "../../test/dead-deliveries.ts";
import { scriptedReceiver } from "../../test/deliver-wakeups.ts";
import { apply, misfits, operatorOf, storedPlan } from "../../test/plan-replays.ts";
import { rows } from "../../test/tenant.ts";
import { virtualQueue } from "../../test/virtual-queue.ts";
import { sweepDeliveries } from "../sweeps/deliveries/sweep-deliveries.ts";
import { sweepReplays } from "../sweeps/replays/sweep-replays.ts";
import { replayDependencies } from "./replay-dependencies.ts";

beforeAll(() => applyD1Migrations(env.DB, env.TEST_MIGRATIONS));

const count = 5;
const which = fc.nat(count - 1);
/** What people and the pipeline do, in any order, some of it at the same moment. */
const deed = fc.oneof(
  fc.record({ do: fc.constant("replay all"), status: fc.constantFrom("dead" as const, "any" as const) }),
  fc.record({ do: fc.constantFrom("retry", "cancel", "replay letter", "discard"), which }),
  fc.record({ do: fc.constant("run queue"), messages: fc.integer({ min: 1, max: 4 }) }),
  fc.record({ do: fc.constant("sweep") }),
  fc.record({ do: fc.constant("lose the queue") }),
);
type Deed = { do: string; which?: number; messages?: number; status?: "dead" | "any" };

/** A tenant whose receiver answers as told, whose schedule is one retry, and who does deeds. */
async function actors(answers: readonly number[]) {
  const { tenant, ids } = await tenantWithDead(count);
  await env.DB.prepare("UPDATE destinations SET retry_schedule = '1s' WHERE client_id = ?")
    .bind(tenant.clientId)
    .run();
  const { fetch } = scriptedReceiver(...answers.map((status) => new Response("", { status })));
  const queue = virtualQueue();
  const dependencies = queue.dependencies({ fetch });
  const reached = replayDependencies(dependencies);
  const scope = operatorOf(tenant);
  const by = { by: "op-1", reason: "x" };
  const newestLetter = async (index = 0) => {
    const [letter] = await rows<{ id: string }>(
      "SELECT dead_letter_id AS id FROM deliveries WHERE public_id = ?",
      ids[index],
    );
    return { letterId: letter?.id ?? "", ...by };
  };
  async function perform(deed: Deed): Promise<unknown> {
    const deliveryId = ids[deed.which ?? 0] ?? "";
    switch (deed.do) {
      case "replay all": {
        const filter = { status: deed.status ?? "dead" };
        const plan = await storedPlan(scope, dependencies, { filter }).catch(() => undefined);
        return plan && apply(scope, plan.id, dependencies);
      }
      case "retry":
        return commitSingle(await replayDelivery(scope, { deliveryId, ...by }, reached));
      case "cancel":
        return commitSingle(await cancelDelivery(scope, deliveryId, reached));
      case "replay letter":
        return commitSingle(await replayLetter(scope, await newestLetter(deed.which), reached));
      case "discard":
        return commitSingle(await discardLetter(scope, await newestLetter(deed.which), reached));
      case "sweep":
        await sweepDeliveries(dependencies);
        return sweepReplays(dependencies);
      case "lose the queue":
        return queue.lose(120_000);
      default:
        return queue.run(dependencies, { atMost: deed.messages ?? 1 });
    }
  }
  return { tenant, perform };
}

it("whatever is done at once, every dead delivery has one open letter, and every open letter a dead delivery", async () => {
  const moments = fc.array(fc.array(deed, { minLength: 1, maxLength: 3 }), { minLength: 3, maxLength: 12 });
  const answers = fc.array(fc.constantFrom(200, 404, 500), { maxLength: 20 });
  await fc.assert(
    fc.asyncProperty(moments, answers, async (given, statuses) => {
      const { tenant, perform } = await actors(statuses);
      for (const deeds of given) {
        const ended = await Promise.allSettled(deeds.map(perform));
        for (const each of ended)
          if (each.status === "rejected") expect(classifyStorageError(each.reason)).toBe("conflict");
        expect(await misfits(tenant)).toEqual([]);
      }
    }),
    { numRuns: 25 },
  );
});
