import { setOptOut } from "@leadrelay/db/callbacks/opt-outs";
import { sealedSettingsAt } from "@leadrelay/db/destinations/destination";
import { runOne } from "@leadrelay/db/run-batch";
import { pipelineScope } from "@leadrelay/db/scope";
import { applyD1Migrations, env } from "cloudflare:test";
import { beforeAll, expect, it } from "vitest";
import { deliverMessages, testDependencies, testNow } from "../../test/deliver-messages.ts";
import { deliveriesOf, lettersOf, wake } from "../../test/deliver-wakeups.ts";
import { newTenant, rows, type Tenant } from "../../test/tenant.ts";

beforeAll(() => applyD1Migrations(env.DB, env.TEST_MIGRATIONS));

const account_sid = `AC${"0".repeat(32)}`;
const settingsOf = {
  twilio: (to: string) => ({ account_sid, auth_token: "token-token", from: "+15005550006", to }),
  lead_reply: () => ({
    via: "twilio",
    account_sid,
    api_key: "token-token",
    from: "+15005550006",
    body: "Thank you.",
    most_suspicion: 100,
  }),
};
const lead = { typed: "+919876543210", identity: "+91-9876543210" };
const stop = Response.json({ code: 21610, message: "unsubscribed" }, { status: 400 });

/** A lead that is due at an SMS destination, and what its phone company was asked to send to. */
async function dueAt(
  kind: keyof typeof settingsOf,
  to = "",
  before: (tenant: Tenant) => Promise<unknown> = async () => {},
) {
  const tenant = await newTenant({ destination: { kind } });
  await before(tenant);
  const sealer = await testDependencies().sealer();
  const sealed = await sealer.seal(
    JSON.stringify(settingsOf[kind](to)),
    sealedSettingsAt(tenant.destinationId),
  );
  await env.DB.prepare("UPDATE destinations SET sealed_settings = ? WHERE id = ?")
    .bind(sealed, tenant.destinationId)
    .run();
  await deliverMessages([
    tenant.submission({
      fields: { name: "Asha Rao", phone: lead.typed },
      context: { ...tenant.submission().context, ip: null },
    }),
  ]);
  const asked: string[] = [];
  const send = async (answer: Response) =>
    wake(await deliveriesOf(tenant), {
      fetch: async (_input: RequestInfo | URL, init: RequestInit = {}) => {
        asked.push(new URLSearchParams(init.body as string).get("To") ?? "");
        return answer.clone();
      },
    });
  return { tenant, asked, send };
}
const taken = Response.json({ sid: "SM1", status: "queued" }, { status: 201 });
const optOutsOf = ({ clientId }: Tenant) =>
  rows("SELECT kind, value FROM opt_outs WHERE client_id = ?", clientId);
const wants = ({ clientId }: Tenant, isOut: boolean) =>
  runOne(env.DB, setOptOut(pipelineScope, { client_id: clientId, phone: lead.identity, at: testNow, isOut }));

it.each([
  ["a reply to the lead", "lead_reply", lead.typed, lead.identity],
  ["an SMS to the team", "twilio", "+919999900000", "+91-9999900000"],
] as const)(
  "%s whose number answered STOP at Twilio is no dead letter, and the number is kept as one that wants none",
  async (_what, kind, to, identity) => {
    const { tenant, asked, send } = await dueAt(kind, to);
    await send(stop);
    expect(asked).toEqual([to]);
    expect(await deliveriesOf(tenant)).toMatchObject([
      { status: "skipped", dead_letter_id: null, last_error: expect.stringMatching(/^whoever .* STOP/) },
    ]);
    expect(await lettersOf(tenant)).toEqual([]);
    expect(await optOutsOf(tenant)).toEqual([{ kind: "phone", value: identity }]);
  },
);

it.each([
  ["a reply", "lead_reply", ""],
  ["an SMS to the team that goes to the lead's own number", "twilio", lead.typed],
] as const)("%s to a person who answered STOP since it was decided is not sent", async (_what, kind, to) => {
  const { tenant, asked, send } = await dueAt(kind, to);
  await wants(tenant, true);
  await send(taken);
  expect(asked).toEqual([]);
  expect(await deliveriesOf(tenant)).toMatchObject([{ status: "skipped", dead_letter_id: null }]);
});

it("who wrote START again is sent to, and the team is told of who answered STOP", async () => {
  const { tenant, asked, send } = await dueAt("lead_reply");
  await wants(tenant, true);
  await wants(tenant, false);
  await send(taken);
  expect(asked).toEqual([lead.typed]);
  const team = await dueAt("twilio", "+919999900000");
  await wants(team.tenant, true);
  await team.send(taken);
  expect(team.asked).toEqual(["+919999900000"]);
  expect(await deliveriesOf(team.tenant)).toMatchObject([{ status: "delivered" }]);
});

it("who answered STOP before a lead of that number came is sent nothing", async () => {
  const { tenant, asked, send } = await dueAt("lead_reply", "", (before) => wants(before, true));
  await send(taken);
  expect(asked).toEqual([]);
  expect((await deliveriesOf(tenant)).filter(({ status }) => status !== "skipped")).toEqual([]);
  expect(await lettersOf(tenant)).toEqual([]);
});
