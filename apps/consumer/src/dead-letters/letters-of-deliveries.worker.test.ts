import { closeDeadLetters } from "@leadrelay/db/dead-letters/close-dead-letters";
import { writeDeadLetters } from "@leadrelay/db/dead-letters/write-dead-letters";
import { runBatch } from "@leadrelay/db/run-batch";
import { pipelineScope } from "@leadrelay/db/scope";
import type { DeliveriesTable } from "@leadrelay/db/tables/deliveries-table";
import { applyD1Migrations, env } from "cloudflare:test";
import { beforeAll, describe, expect, it } from "vitest";
import { anyLeadId, placeRow } from "../../test/place-row.ts";
import { attemptOf, nowMs, placeDelivery, placeNeighbours } from "../../test/placed-delivery.ts";
import { letterNow, placeLetter } from "../../test/placed-letter.ts";
import { rows } from "../../test/tenant.ts";

beforeAll(() => applyD1Migrations(env.DB, env.TEST_MIGRATIONS));

const refusal = { outcome: "refused", status: "dead", error: "HTTP 404: none", status_code: 404 } as const;
const refused = (delivery: DeliveriesTable, letter: string) =>
  attemptOf(delivery, { ...refusal, dead_letter: { id: letter, cause: "refused" } });
const dead = (letter: string) =>
  ({ status: "dead", dead_letter_id: letter, last_error: "HTTP 404: none", last_status_code: 404 }) as const;

describe("a letter of a delivery that died", () => {
  it("tells of the delivery, its submission and its first and last failure", async () => {
    const letter = crypto.randomUUID();
    const delivery = await placeDelivery(dead(letter));
    const { lead_id, event_id, destination_id, client_id } = delivery;
    const neighbours = await placeNeighbours(delivery);
    for (const [place, each] of [delivery, ...neighbours].entries()) {
      const tried = { lead_id: each.lead_id, event_id: each.event_id, destination_id: each.destination_id };
      const at = place === 0 ? [40, 30, 50] : [10];
      for (const [index, started_at] of at.entries()) {
        const row = { ...tried, number: index + 1, client_id, outcome: "retry", started_at };
        await placeRow("delivery_attempts", row);
      }
    }
    const event = { client_id, type: "lead.created", payload_json: "{}", created_at: 1 };
    await placeRow("events", { ...event, lead_id, id: event_id, submission_public_id: "its own" });
    await placeRow("events", { ...event, lead_id, id: `0${event_id}`, submission_public_id: "other event" });
    const otherLead = { ...event, lead_id: -anyLeadId(), id: event_id, submission_public_id: "other lead" };
    await placeRow("events", otherLead);
    await runBatch(env.DB, [writeDeadLetters(pipelineScope, [refused(delivery, letter)], nowMs)]);
    expect(await letterNow({ id: letter })).toMatchObject({
      client_id,
      kind: "delivery",
      cause: "refused",
      state: "open",
      lead_id,
      event_id,
      destination_id,
      submission_id: "its own",
      attempts: 3,
      last_status_code: 404,
      last_error: "HTTP 404: none",
      first_failed_at: 30,
      last_failed_at: 520,
      created_at: nowMs,
    });
    expect((await letterNow({ id: letter })).fingerprint).not.toBe("");
  });

  it.each<[string, (letter: string) => Partial<DeliveriesTable>]>([
    ["died of another try", () => dead("another")],
    ["was delivered meanwhile", (letter) => ({ ...dead(letter), status: "delivered" })],
    ["is to be sent again", (letter) => ({ ...dead(letter), status: "pending" })],
  ])("is not written for one that %s", async (_what, given) => {
    const letter = crypto.randomUUID();
    const delivery = await placeDelivery(given(letter));
    // Those beside it are dead of this very letter: only the key tells them apart.
    await placeNeighbours({ ...delivery, ...dead(letter) });
    await runBatch(env.DB, [writeDeadLetters(pipelineScope, [refused(delivery, letter)], nowMs)]);
    expect(await rows("SELECT id FROM dead_letters WHERE id = ?", letter)).toEqual([]);
  });

  it("is not written for a try that is made again, and not again for one that has its letter", async () => {
    const letter = crypto.randomUUID();
    const delivery = await placeDelivery(dead(letter));
    const { lead_id, event_id, destination_id, client_id } = delivery;
    const key = { lead_id, event_id, destination_id, client_id };
    await placeRow("delivery_attempts", { ...key, number: 3, outcome: "refused", started_at: 1 });
    const placed = await placeLetter({ id: letter, state: "discarded" });
    const attempts = [refused(delivery, letter), attemptOf(delivery, { ...refusal, dead_letter: null })];
    await runBatch(env.DB, [writeDeadLetters(pipelineScope, attempts, nowMs)]);
    expect(await letterNow(placed)).toEqual(placed);
  });
});

describe("the letter of a delivery that arrived after all", () => {
  it("is closed, and no other", async () => {
    const [own, older] = [await placeLetter(), await placeLetter()];
    const delivery = await placeDelivery({ status: "delivered", dead_letter_id: own.id });
    const beside = await Promise.all(
      (await placeNeighbours(delivery)).map(async ({ public_id }) => {
        const letter = await placeLetter();
        await env.DB.prepare("UPDATE deliveries SET dead_letter_id = ? WHERE public_id = ?")
          .bind(letter.id, public_id)
          .run();
        return letter;
      }),
    );
    await runBatch(env.DB, [closeDeadLetters(pipelineScope, [delivery], nowMs)]);
    const closed = { state: "replayed", settled_at: nowMs, settle_reason: "delivered late" };
    expect(await letterNow(own)).toEqual({ ...own, ...closed });
    const others = [older, ...beside];
    expect(await Promise.all(others.map(letterNow))).toEqual(others);
  });

  it.each(["discarded", "replayed"] as const)("keeps who settled it when it was %s before", async (state) => {
    const letter = await placeLetter({ state, settled_by: "op-1", settled_at: 5, settle_reason: "why" });
    const delivery = await placeDelivery({ status: "delivered", dead_letter_id: letter.id });
    await runBatch(env.DB, [closeDeadLetters(pipelineScope, [delivery], nowMs)]);
    expect(await letterNow(letter)).toEqual(letter);
  });
});
