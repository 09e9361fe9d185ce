import type { CallbackMessage, CallbackSaid } from "@leadrelay/contracts/callback-message";
import { kvKeys } from "@leadrelay/contracts/kv-keys";
import { noticeSchema } from "@leadrelay/contracts/notice";
import { checkCallbackToken } from "@leadrelay/signing/callbacks/check-callback-token";
import { applyD1Migrations, env } from "cloudflare:test";
import { beforeAll, expect, test } from "vitest";
import { deliverMessages, testDependencies, testNow } from "../../test/deliver-messages.ts";
import { newTenant, rows } from "../../test/tenant.ts";
import { publishCallbackKeys } from "../sweeps/callback-keys/publish-callback-keys.ts";
import { callbackUrl } from "./callback-url.ts";

beforeAll(() => applyD1Migrations(env.DB, env.TEST_MIGRATIONS));

const types = [
  "lead.crm_linked",
  "lead.crm_activity",
  "lead.status_changed",
  "lead.returned",
  "lead.replied",
];

async function told(said: (leadId: number) => CallbackSaid, times = 1) {
  const tenant = await newTenant({
    destination: {
      event_types_json: JSON.stringify(["lead.created", "delivery.unconfirmed", ...types]),
      confirm_json: '{"returns":{}}',
    },
  });
  await deliverMessages([tenant.submission()]);
  const [lead] = await rows<{ id: number }>("SELECT id FROM leads WHERE client_id = ?", tenant.clientId);
  await env.DB.prepare(
    "UPDATE deliveries SET status = 'delivered', settled_at = 5, next_attempt_at = NULL WHERE client_id = ?",
  )
    .bind(tenant.clientId)
    .run();
  const dependencies = testDependencies();
  const message: CallbackMessage = {
    v: 1,
    type: "callback",
    callback_id: crypto.randomUUID(),
    received_at: testNow,
    proof: { by: "edge", client_id: tenant.clientId },
    said: said(lead?.id ?? 0),
  };
  for (let time = 0; time < times; time += 1) await deliverMessages([message], dependencies);
  const events = await rows<{ type: string; payload_json: string; lead_id: number }>(
    "SELECT type, payload_json, lead_id FROM events WHERE client_id = ? AND submission_public_id = '' ORDER BY type",
    tenant.clientId,
  );
  const deliveries = await rows(
    "SELECT status FROM deliveries WHERE client_id = ? AND is_notice = 1",
    tenant.clientId,
  );
  expect(deliveries).toHaveLength(events.length);
  const notices = events.map(
    ({ payload_json }) =>
      (JSON.parse(payload_json.slice(payload_json.indexOf("{"))) as { notice: unknown }).notice,
  );
  return {
    notices: notices.map((notice) => noticeSchema.parse(notice)),
    woken: dependencies.deliveriesQueue.sent.length,
  };
}

test.each<[what: string, said: (leadId: number) => CallbackSaid, told: object[]]>([
  [
    "a link",
    (lead_id) => ({
      kind: "link",
      lead: { lead_id },
      crm_lead_id: "512",
      crm_url: "https://crm.example/512",
    }),
    [
      {
        type: "lead.crm_linked",
        link: { crm_lead_id: "512", previous: null, url: "https://crm.example/512" },
      },
    ],
  ],
  [
    "an activity",
    (lead_id) => ({ kind: "activity", lead: { lead_id }, activity: "call", text: "busy", by: "Asha" }),
    [{ type: "lead.crm_activity", activity: { kind: "call", text: "busy", by: "Asha", stage: null } }],
  ],
  [
    "an outcome, and the step that comes of it",
    (lead_id) => ({ kind: "outcome", lead: { lead_id }, outcome: "won", value: "5" }),
    [
      { type: "lead.crm_activity", activity: { kind: "won", stage: "won", value: 5 } },
      { type: "lead.status_changed", change: { from: "new", to: "won" } },
    ],
  ],
  [
    "a return",
    (lead_id) => ({ kind: "outcome", lead: { lead_id }, outcome: "returned", reason: "spam" }),
    [{ type: "lead.returned", returned: { reason: "spam", accepted: true, refused_because: null } }],
  ],
])("%s is told once, and woken", async (_what, said, expected) => {
  const { notices, woken } = await told(said, 2);
  expect(notices).toMatchObject(expected);
  expect(woken).toBeGreaterThan(0);
});

test("what a destination of its client takes no part in is told to nobody", async () => {
  const tenant = await newTenant();
  await deliverMessages([tenant.submission()]);
  expect(
    await rows("SELECT * FROM deliveries WHERE client_id = ? AND is_notice = 1", tenant.clientId),
  ).toEqual([]);
});

const make = { id: "dst_1", client_id: "cli_1", kind: "make", after: {} };
const confirming = { confirmation: { within_minutes: 5 } };

test.each<
  [what: string, destination: Parameters<typeof callbackUrl>[0], intakeUrl: string | null, url: RegExp | null]
>([
  [
    "a scenario",
    make,
    "https://leads.example",
    /^https:\/\/leads\.example\/callbacks\/make\/d-1\?token=cli_1\.[\w-]{86}$/,
  ],
  ["a receiver that is asked for nothing", { ...make, kind: "webhook" }, "https://leads.example", null],
  [
    "one that is to confirm",
    { ...make, kind: "webhook", after: confirming },
    "https://leads.example",
    /\/callbacks\/make\/d-1\?token=/,
  ],
  [
    "Twilio",
    { ...make, kind: "twilio" },
    "https://leads.example",
    /^https:\/\/leads\.example\/callbacks\/twilio\/dst_1\?delivery=d-1&token=cli_1\.[\w-]{86}$/,
  ],
  ["Twilio at an address that is not public", { ...make, kind: "twilio" }, "http://localhost:8787", null],
  ["a scenario, where the producer's address is not known", make, null, null],
])("%s calls back at its own address", async (_what, destination, intakeUrl, url) => {
  const { config, callbackSigner } = testDependencies();
  const made = await callbackUrl(destination, "d-1", { config: { ...config, intakeUrl }, callbackSigner });
  if (url === null) expect(made).toBeNull();
  else expect(made).toMatch(url);
});

test("the edge knows tokens by what the sweep publishes, once", async () => {
  await env.KV.delete(kvKeys.callbackKeys);
  const { callbackSigner } = testDependencies();
  const dependencies = { kv: env.KV, callbackSigner, control: env.DB };
  expect([await publishCallbackKeys(dependencies), await publishCallbackKeys(dependencies)]).toEqual([1, 0]);
  const keys = await env.KV.get<{ public_keys: string[] }>(kvKeys.callbackKeys, "json");
  const signer = await callbackSigner();
  expect(await checkCallbackToken(await signer.tokenOf("cli_1", "d-1"), "d-1", keys?.public_keys ?? [])).toBe(
    true,
  );
});
