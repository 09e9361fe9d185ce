import { applyD1Migrations, env } from "cloudflare:test";
import { beforeAll, describe, expect, it } from "vitest";
import { acked, oneLead, retried } from "../../test/called-back.ts";
import { deliverMessages, testDependencies } from "../../test/deliver-messages.ts";
import { failing } from "../../test/failing.ts";
import { rows } from "../../test/tenant.ts";

beforeAll(() => applyD1Migrations(env.DB, env.TEST_MIGRATIONS));

describe("a callback that", () => {
  it("comes while D1 is away waits, for as long as that takes", async () => {
    const own = await oneLead();
    const message = own.execution();
    const control = failing(env.DB, ["batch"]);
    const leadDatabase = () => failing(env.DB, ["batch"]);
    for (const away of [{ control }, { leadDatabase }])
      for (const attempts of [1, 50, 99])
        expect(await deliverMessages([message], testDependencies(away), attempts)).toEqual(retried);
    expect(await deliverMessages([message], testDependencies(), 100)).toEqual(acked);
    expect(await own.sentNow()).toMatchObject({ status: "confirmed" });
  });

  it("is none is a dead letter", async () => {
    const text = crypto.randomUUID();
    expect(await deliverMessages([{ type: "callback", v: 1, text }])).toEqual(acked);
    const letters = await rows("SELECT kind FROM dead_letters WHERE payload_json LIKE ?", `%${text}%`);
    expect(letters).toEqual([{ kind: "invalid_message" }]);
  });

  it("breaks keeps back none of its batch", async () => {
    const own = await oneLead();
    const broken = own.say({ kind: "link", lead: { lead_id: own.lead.id }, crm_lead_id: "1" });
    const other = await oneLead();
    const before = "CREATE TRIGGER break_link BEFORE INSERT ON lead_callbacks WHEN NEW.id = '";
    await env.DB.prepare(
      `${before}${broken.callback_id}' BEGIN SELECT RAISE(ABORT, 'broken for the test'); END`,
    ).run();
    try {
      const result = await deliverMessages([broken, other.execution()]);
      expect(result).toEqual({ acked: [1], retried: [0] });
      expect(await other.sentNow()).toMatchObject({ status: "confirmed" });
      expect(await deliverMessages([broken], testDependencies(), 20)).toEqual(acked);
      const letters = await rows(
        "SELECT kind, cause FROM dead_letters WHERE payload_json LIKE ?",
        `%${broken.callback_id}%`,
      );
      expect(letters).toEqual([{ kind: "invalid_message", cause: "failed" }]);
    } finally {
      await env.DB.prepare("DROP TRIGGER break_link").run();
    }
  });

  it("two consumers keep at once is kept once", async () => {
    const own = await oneLead();
    const messages = Array.from({ length: 6 }, () => own.outcome("won", { value: "5" }));
    await Promise.all(messages.map((message) => deliverMessages([message])));
    for (const message of messages) await deliverMessages([message]);
    expect(await own.kept()).toHaveLength(1);
  });
});
