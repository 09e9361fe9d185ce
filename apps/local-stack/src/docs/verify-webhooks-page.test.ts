import { buildRequest } from "@leadrelay/adapters/webhook/build-request";
import { samplePayload } from "@leadrelay/adapters/make/sample-payload";
import { webhook } from "@leadrelay/adapters/webhook/webhook";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { exampleReceivers, type ReceiverSettings, type RunningReceiver } from "./example-receivers.ts";
import { readDoc } from "./read-docs.ts";

const older = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
const newer = "whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD";
const stranger = "whsec_AAECAwQFBgcICQoLDA0ODxAREhMUFRYX";
const page = readDoc("docs/verify-webhooks.md");

type Change = (sent: { headers: Headers; body: Uint8Array<ArrayBuffer> }) => void;

/** What we send by such settings now, or so many seconds ago, before something is changed of it. */
async function sent(settings: object, change: Change, secondsAgo = 0): Promise<Request> {
  const request = await buildRequest(
    webhook.parseSettings({ url: "https://crm.example/hooks", ...settings }),
    {
      event: {
        id: "evt",
        type: "lead.created",
        payload: { ...samplePayload, first_name: "Zoë 🦊" },
        attribution: { first: null, latest: null },
        created_at: Date.now(),
      },
      delivery_public_id: crypto.randomUUID(),
      attempt: 1,
      attempted_at: Date.now() - secondsAgo * 1000,
    },
  );
  const changed = {
    headers: new Headers(request.headers),
    body: Uint8Array.from(new TextEncoder().encode(request.body ?? "")),
  };
  change(changed);
  return new Request(request.url, { method: "POST", ...changed });
}

const overlap = {
  secret: newer,
  previous_secret: older,
  previous_until: new Date(Date.now() + 3_600_000).toISOString(),
};
const asSent: Change = () => {};
const flip =
  (at: number): Change =>
  ({ body }) => {
    const index = at < 0 ? body.length + at : at;
    body[index] = (body[index] ?? 0) ^ 1;
  };
const header =
  (name: string, change: (value: string) => string | null): Change =>
  ({ headers }) => {
    const value = change(headers.get(name) ?? "");
    if (value === null) headers.delete(name);
    else headers.set(name, value);
  };

/** What anybody may put into a header that should hold a signature: no length of it may make a receiver fall over. */
const noSignatures: [what: string, change: (value: string) => string | null][] = [
  ["is missing", () => null],
  ["is empty", () => ""],
  ["is one character", () => "a"],
  ["lacks its last character", (value) => value.slice(0, -1)],
  ["has one character more", (value) => `${value}0`],
  ["is very long", () => "a".repeat(4_000)],
  [
    "has another first character",
    (value) => (value.startsWith("0") ? `1${value.slice(1)}` : `0${value.slice(1)}`),
  ],
  ["is in capitals", (value) => value.toUpperCase()],
  ["is not ASCII", () => "é".repeat(64)],
];

type Row = [what: string, status: number, settings: object, change: Change, secondsAgo?: number];

const tables: Record<ReceiverSettings["SIGNATURE"], Row[]> = {
  standard: [
    ["by a secret it knows", 204, { secret: older }, asSent],
    ["by the other secret it knows", 204, { secret: newer }, asSent],
    ["in the overlap of a rotation", 204, overlap, asSent],
    ["four minutes old", 204, { secret: older }, asSent, 240],
    ["by a secret it does not know", 401, { secret: stranger }, asSent],
    ["six minutes old", 401, { secret: older }, asSent, 360],
    ["from six minutes ahead", 401, { secret: older }, asSent, -360],
    ["with its first byte changed", 401, { secret: older }, flip(0)],
    ["with a byte in it changed", 401, { secret: older }, flip(777)],
    ["with its last byte changed", 401, { secret: older }, flip(-1)],
    ["under another id", 401, { secret: older }, header("webhook-id", () => "other")],
    ["without an id", 401, { secret: older }, header("webhook-id", () => null)],
    ["at another time", 401, { secret: older }, header("webhook-timestamp", (at) => String(Number(at) - 1))],
    ["at no time", 401, { secret: older }, header("webhook-timestamp", () => "now")],
    ["without a time", 401, { secret: older }, header("webhook-timestamp", () => null)],
    [
      "of another version",
      401,
      { secret: older },
      header("webhook-signature", (one) => one.replace("v1,", "v2,")),
    ],
    [
      "with two that are none before its own",
      204,
      { secret: older },
      header("webhook-signature", (one) => `v1, v1a,x ${one}`),
    ],
    ...noSignatures.map(([what, change]): Row => [
      `whose signature ${what}`,
      401,
      { secret: older },
      header("webhook-signature", (one) => {
        const changed = change(one.slice(3));
        return changed === null ? null : `v1,${changed}`;
      }),
    ]),
  ],
  body_hmac: [
    ["by a secret it knows", 204, { secret: older }, asSent],
    ["by the other secret it knows", 204, { secret: newer }, asSent],
    ["in the overlap of a rotation", 204, overlap, asSent],
    ["in it, by the new secret alone", 204, overlap, header("X-LeadRelay-Signature", () => null)],
    ["by a secret it does not know", 401, { secret: stranger }, asSent],
    ["with its first byte changed", 401, { secret: older }, flip(0)],
    ["with a byte in it changed", 401, { secret: older }, flip(777)],
    ...noSignatures.map(([what, change]): Row => [
      `whose signature ${what}`,
      401,
      { secret: older },
      header("X-LeadRelay-Signature", change),
    ]),
  ],
};

for (const { language, missing, start } of exampleReceivers)
  for (const scheme of ["standard", "body_hmac"] as const)
    describe.skipIf(missing !== undefined)(
      `the receiver in ${language}, by ${scheme}${missing === undefined ? "" : `, is not run: ${missing}`}`,
      () => {
        const running = Promise.withResolvers<RunningReceiver>();
        beforeAll(async () =>
          running.resolve(await start({ LEADRELAY_SECRETS: `${newer} ${older}`, SIGNATURE: scheme })),
        );
        afterAll(async () => (await running.promise).stop());

        it.each(tables[scheme])(
          "answers a request %s with %i",
          async (_what, status, settings, change, ago) => {
            const request = await sent({ signature: scheme, ...settings }, change, ago);
            expect(await (await running.promise).post(request)).toBe(status);
          },
        );
      },
    );

it("docs/verify-webhooks.md leads to each of them", () => {
  for (const { file, language } of exampleReceivers) {
    expect(page).toContain(`(verify-webhooks/${file})`);
    expect(page).toContain(language);
  }
});
