import type { SubmissionMessage } from "@leadrelay/contracts/submission-message";
import { testMarker } from "@leadrelay/contracts/test-marker";
import { leadReply } from "@leadrelay/adapters/lead_reply/lead-reply";
import { setOptOut } from "@leadrelay/db/callbacks/opt-outs";
import { sealedSettingsAt } from "@leadrelay/db/destinations/destination";
import { runOne } from "@leadrelay/db/run-batch";
import { pipelineScope } from "@leadrelay/db/scope";
import { applyD1Migrations, env } from "cloudflare:test";
import { beforeAll, describe, expect, it } from "vitest";
import { deliverMessages, testDependencies, testNow } from "../../test/deliver-messages.ts";
import { newTenant, rows, type Tenant } from "../../test/tenant.ts";

beforeAll(() => applyD1Migrations(env.DB, env.TEST_MIGRATIONS));

const settings = {
  via: "resend",
  api_key: "re_1",
  from: "hello@agency.example",
  subject: "Thank you",
  body: "Hello {{ first_name | default: 'there' }}.",
  most_suspicion: 29,
};

/** A client of whom everybody new gets a reply, and what Resend was asked to send. */
async function replying() {
  const tenant = await newTenant({ destination: { kind: "lead_reply" } });
  const { destinationId } = tenant;
  const sealer = await testDependencies().sealer();
  const sealed = await sealer.seal(JSON.stringify(settings), sealedSettingsAt(destinationId));
  const policy = leadReply.repliesBy?.(leadReply.parseSettings(settings));
  await env.DB.prepare(
    `UPDATE destinations SET sealed_settings = ?, reply_json = ?, event_types_json = '["lead.created"]', takes_test = 1 WHERE id = ?`,
  )
    .bind(sealed, JSON.stringify(policy), destinationId)
    .run();
  const sent: string[] = [];
  const fetch = (async (_input: RequestInfo | URL, init: RequestInit = {}) => {
    const { to } = JSON.parse(init.body as string) as { to: string[] };
    sent.push(...to);
    return Response.json({ id: "0199aaaa-0000-8000-8000-000000000009" });
  }) as typeof globalThis.fetch;
  return { tenant, sent, fetch };
}

const atOnce = (fetch: typeof globalThis.fetch) =>
  testDependencies({ fetch, config: { ...testDependencies().config, firstAttempts: 6 } });
const minute = 60_000;
const from = (tenant: Tenant, email: string | undefined, given: Partial<SubmissionMessage> = {}) =>
  tenant.submission({
    fields: { name: "Asha Rao", ...(email === undefined ? { phone: "+919999999999" } : { email }) },
    context: { ...tenant.submission().context, ip: null },
    received_at: testNow - 60 * minute,
    ...given,
  });

describe("a reply to the lead", () => {
  it("is sent to the person in the invocation that commits", async () => {
    const { tenant, sent, fetch } = await replying();
    await deliverMessages([from(tenant, "asha@example.com")], atOnce(fetch));
    expect(sent).toEqual(["asha@example.com"]);
  });

  it("is sent once, however often the person comes and the message is delivered", async () => {
    const { tenant, sent, fetch } = await replying();
    const first = from(tenant, "asha@example.com");
    const again = from(tenant, "asha@example.com", { received_at: testNow - minute });
    for (const message of [first, first, again]) await deliverMessages([message], atOnce(fetch));
    expect(sent).toEqual(["asha@example.com"]);
  });

  it.each([
    ["a test", "asha@example.com", { test: true }, "takes_no_tests"],
    ["somebody who left no e-mail address", undefined, {}, "no_address"],
  ] as const)(
    "is none for %s, and the trace says why",
    async (_whom, email, { test = false }: { test?: boolean }, why) => {
      const { tenant, sent, fetch } = await replying();
      const message = from(tenant, email);
      const payload = test ? { ...message.payload, [testMarker.name]: testMarker.value } : message.payload;
      await deliverMessages([{ ...message, payload }], atOnce(fetch));
      expect(sent).toEqual([]);
      const [row] = await rows<{ decision_json: string }>(
        "SELECT decision_json FROM lead_submissions WHERE client_id = ?",
        tenant.clientId,
      );
      expect(row?.decision_json).toContain(why);
    },
  );

  it("is none by SMS for a number that answered STOP, and is one again after START", async () => {
    const { tenant, sent, fetch } = await replying();
    await env.DB.prepare("UPDATE destinations SET reply_json = ? WHERE id = ?")
      .bind('{"channel":"phone","most_suspicion":29}', tenant.destinationId)
      .run();
    const told = { client_id: tenant.clientId, phone: "+91-9999999999", at: testNow };
    const reasonsOf = () =>
      rows<{ decision_json: string }>(
        "SELECT decision_json FROM lead_submissions WHERE client_id = ? ORDER BY lead_id",
        tenant.clientId,
      );
    const post = (project: string) =>
      from(tenant, undefined, { fields: { name: "Asha Rao", phone: "+919999999999", project } });
    await runOne(env.DB, setOptOut(pipelineScope, { ...told, isOut: true }));
    await deliverMessages([post("Lakeside")], atOnce(fetch));
    await runOne(env.DB, setOptOut(pipelineScope, { ...told, isOut: false }));
    await deliverMessages([post("Hillside")], atOnce(fetch));
    const [stopped, started] = await reasonsOf();
    expect(stopped?.decision_json).toContain("opted_out");
    expect(started?.decision_json).toContain("subscribed");
    expect(sent).toEqual([]);
  });

  it("is no send of the lead: who comes again before anybody was told of them is new", async () => {
    const { tenant, fetch } = await replying();
    await deliverMessages([from(tenant, "asha@example.com")], atOnce(fetch));
    const [lead] = await rows("SELECT last_sent_at FROM leads WHERE client_id = ?", tenant.clientId);
    expect(lead).toEqual({ last_sent_at: null });
    await deliverMessages(
      [from(tenant, "asha@example.com", { received_at: testNow - minute })],
      atOnce(fetch),
    );
    const stored = await rows(
      "SELECT outcome, unsent FROM lead_submissions WHERE client_id = ?",
      tenant.clientId,
    );
    expect(stored).toEqual([
      { outcome: "new_lead", unsent: "no_destination" },
      { outcome: "new_lead", unsent: "no_destination" },
    ]);
  });
});
