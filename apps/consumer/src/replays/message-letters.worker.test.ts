import { discardLetter } from "@leadrelay/delivery/replay/discard-letter";
import { replayLetter } from "@leadrelay/delivery/replay/replay-letter";
import { applyD1Migrations, env } from "cloudflare:test";
import { beforeAll, describe, expect, it } from "vitest";
import { commitSingle } from "../../test/commit-single.ts";
import { tenantWithDead } from "../../test/dead-deliveries.ts";
import { deliverMessages, testDependencies } from "../../test/deliver-messages.ts";
import { operatorOf, ownerOf } from "../../test/plan-replays.ts";
import { rows } from "../../test/tenant.ts";
import { invalidMessageLetter, messageText } from "../dead-letters/invalid-message-letter.ts";
import { recordDeadLetters } from "../dead-letters/record-dead-letters.ts";
import { submissionLetter } from "../dead-letters/submission-letter.ts";
import { replayDependencies } from "./replay-dependencies.ts";

beforeAll(() => applyD1Migrations(env.DB, env.TEST_MIGRATIONS));

describe("a letter about a message", () => {
  it("of a form nobody knew goes back to the queue, and is stored once the form is there", async () => {
    const { tenant } = await tenantWithDead(1);
    const message = tenant.submission({ form: null, fields: { email: "late@example.com" } });
    const failure = {
      kind: "unknown_form",
      cause: "unknown_form" as const,
      attempts: 1,
      failedAt: 5,
    } as const;
    const letter = submissionLetter(message, failure);
    const dependencies = testDependencies();
    await recordDeadLetters(dependencies, [letter]);
    const reached = replayDependencies(dependencies);
    const asked = { letterId: letter.id, by: "op-1" };
    expect(await replayLetter(operatorOf(tenant), asked, reached)).toEqual({ kind: "not_found" });
    expect(await commitSingle(await replayLetter(ownerOf(tenant), asked, reached))).toBe("done");
    expect(dependencies.leadsQueue.sent).toEqual([message]);
    await deliverMessages(dependencies.leadsQueue.sent);
    expect(
      await rows(
        "SELECT outcome FROM lead_submissions WHERE client_id = ? AND public_id = ?",
        tenant.clientId,
        message.submission_id,
      ),
    ).toEqual([{ outcome: "new_lead" }]);
  });

  it("that is none of ours cannot be replayed, but given up", async () => {
    const { tenant } = await tenantWithDead(1);
    await env.DB.prepare(
      `INSERT INTO dead_letters (id, kind, cause, payload_json, attempts, first_failed_at, last_failed_at, created_at)
       VALUES ('odd-letter', 'invalid_message', 'x', '{', 1, 1, 1, 1)`,
    ).run();
    const reached = replayDependencies(testDependencies());
    const asked = { letterId: "odd-letter", by: "op-1", reason: "nonsense" };
    expect(await commitSingle(await replayLetter(ownerOf(tenant), asked, reached))).toBe("invalid_message");
    expect(await commitSingle(await discardLetter(ownerOf(tenant), asked, reached))).toBe("done");
  });

  it("that an older consumer could not read goes back to the queue once this one can", async () => {
    const { tenant } = await tenantWithDead(1);
    const message = tenant.submission();
    const failure = { cause: "not_a_submission" as const, attempts: 1, failedAt: 5 };
    const letter = invalidMessageLetter(messageText(message), failure);
    const dependencies = testDependencies();
    await recordDeadLetters(dependencies, [letter]);
    const asked = { letterId: letter.id, by: "op-1" };
    const change = await replayLetter(ownerOf(tenant), asked, replayDependencies(dependencies));
    expect(await commitSingle(change)).toBe("done");
    expect(dependencies.leadsQueue.sent).toEqual([message]);
  });

  it("stays open when the queue refuses", async () => {
    const { tenant } = await tenantWithDead(1);
    const message = tenant.submission();
    const failure = { kind: "spill", cause: "refused" as const, attempts: 5, failedAt: 5 } as const;
    const letter = submissionLetter(message, failure);
    const dependencies = testDependencies();
    await recordDeadLetters(dependencies, [letter]);
    const refusing = {
      ...replayDependencies(dependencies),
      enqueueSubmissions: () => Promise.reject(new Error("15000")),
    };
    const asked = { letterId: letter.id, by: "op-1" };
    await expect(replayLetter(operatorOf(tenant), asked, refusing)).rejects.toThrow("15000");
    expect(await rows("SELECT state FROM dead_letters WHERE id = ?", letter.id)).toEqual([{ state: "open" }]);
  });
});
