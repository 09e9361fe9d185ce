import { describe, expect, it, test } from "vitest";
import { outgoing } from "../../test/outgoing.ts";
import { received } from "../../test/received.ts";
import { leadsBotReceiver } from "../../test/receivers/leadsbot-receiver.ts";
import { tryAt } from "../../test/receivers/receiver.ts";
import { changed, standardReceiver } from "../../test/receivers/standard-webhook.ts";
import { samplePayload } from "../make/sample-payload.ts";
import { buildRequest } from "./build-request.ts";
import { webhook } from "./webhook.ts";

const url = "https://crm.example/hooks/1";
const older = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
const newer = "whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD";
/** The library looks at the clock. */
const now = () => Date.now();
const inMinutes = (minutes: number) => new Date(now() + minutes * 60_000).toISOString();
const before = { url, secret: older };
const during = { url, secret: newer, previous_secret: older, previous_until: inMinutes(5) };
const after = { url, secret: newer, previous_secret: older, previous_until: inMinutes(-5) };

describe("a receiver written with the standardwebhooks library", () => {
  test.each([
    ["before a rotation takes a lead by the secret that is", older, before, "delivered"],
    ["before a rotation takes none by another", newer, before, "refused"],
    ["during it takes one by the secret before", older, during, "delivered"],
    ["during it takes one by the new secret", newer, during, "delivered"],
    ["after it takes one by the new secret", newer, after, "delivered"],
    ["after it takes none by the secret before", older, after, "refused"],
  ])("%s", async (_when, secret, settings, outcome) => {
    const { receiver, taken } = standardReceiver(secret);
    const end = (await tryAt(receiver, webhook, settings, { delivery: { attempted_at: now() } })).end;
    expect(end).toMatchObject({ outcome });
    expect(taken).toHaveLength(outcome === "delivered" ? 1 : 0);
  });

  it("refuses a body of which one byte was changed, wherever", async () => {
    const { receiver, taken } = standardReceiver(older);
    for (const at of [0, 1, 100, 999, 1_000_003]) {
      const end = (await tryAt(changed(receiver, at), webhook, before, { delivery: { attempted_at: now() } }))
        .end;
      expect(end).toMatchObject({ outcome: "refused", error: "HTTP 401: no such signature" });
    }
    expect(taken).toEqual([]);
  });

  it("refuses a try that is sent again ten minutes later, and takes a new try of it once", async () => {
    const { receiver, taken } = standardReceiver(older);
    const late = { attempted_at: now() - 600_000 };
    expect((await tryAt(receiver, webhook, before, { delivery: late })).end).toMatchObject({
      outcome: "refused",
    });
    for (const attempt of [2, 3])
      expect(
        (await tryAt(receiver, webhook, before, { delivery: { attempt, attempted_at: now() } })).end,
      ).toEqual({
        outcome: "delivered",
      });
    expect(taken.map(({ id }) => id)).toEqual([outgoing().delivery_public_id]);
  });
});

describe("a receiver made for LeadsBot", () => {
  const settings = {
    url,
    signature: "body_hmac",
    secret: "a secret of sixteen".replaceAll(" ", "-"),
    signature_header: "X-LeadsBot-Signature",
  };

  it("takes a lead, and refuses it with one byte changed or by another secret", async () => {
    const { receiver, taken } = leadsBotReceiver(settings.secret);
    expect((await tryAt(receiver, webhook, settings)).end).toEqual({ outcome: "delivered" });
    expect(taken).toEqual([{ event: "lead.created", data: expect.objectContaining(samplePayload) }]);
    expect((await tryAt(changed(receiver, 7), webhook, settings)).end).toMatchObject({ outcome: "refused" });
    const other = { ...settings, secret: "another-secret-of-theirs" };
    expect((await tryAt(receiver, webhook, other)).end).toMatchObject({ outcome: "refused" });
  });

  test.each([
    ["knows the secret before and has not heard of the rotation", older, "X-LeadRelay-Signature", during],
    ["knows the new secret, and the header it stands in", newer, "X-LeadRelay-Signature-New", during],
    ["knows the new secret, after the overlap", newer, "X-LeadRelay-Signature", after],
  ])("takes one in the overlap of a rotation where it %s", async (_what, secret, header, given) => {
    const { receiver } = leadsBotReceiver(secret, header);
    const end = (
      await tryAt(
        receiver,
        webhook,
        { ...given, signature: "body_hmac" },
        {
          delivery: {
            attempted_at: now(),
          },
        },
      )
    ).end;
    expect(end).toEqual({ outcome: "delivered" });
  });
});

describe("what goes over the wire", () => {
  const delivery = outgoing();
  const bodyOf = async (settings: object) =>
    JSON.parse((await buildRequest({ url, secret: older, ...settings }, delivery)).body ?? "") as unknown;
  const data = { ...samplePayload, event_id: "evt", delivery_id: delivery.delivery_public_id };

  it("is type, time and data of the event, as Standard Webhooks says", async () => {
    expect(await bodyOf({})).toEqual({ type: "lead.created", timestamp: "2023-11-14T22:13:20.000Z", data });
    expect(await bodyOf({ signature: "none" })).toEqual(await bodyOf({}));
    expect(await bodyOf({ signature: null })).toEqual(await bodyOf({}));
  });

  it("is event and data where the body alone is signed", async () => {
    expect(await bodyOf({ signature: "body_hmac" })).toEqual({ event: "lead.created", data });
  });

  it("says in data how the person came, where it is set to", async () => {
    const { attribution } = delivery.event;
    expect(await bodyOf({ send_attribution: true })).toMatchObject({ data: { ...data, attribution } });
    expect(await bodyOf({ send_attribution: false })).toMatchObject({ data });
  });

  const headersOf = async (settings: object, more: object = {}) =>
    Object.fromEntries(
      new Headers((await buildRequest({ url, ...settings }, { ...delivery, ...more })).headers),
    );

  it("is signed with the time of the try, under the delivery's id and with the body of every try", async () => {
    const first = await headersOf({ secret: older });
    const again = await headersOf({ secret: older }, { attempt: 2, attempted_at: 1_700_000_999_999 });
    expect(first).toMatchObject({
      "webhook-id": delivery.delivery_public_id,
      "webhook-timestamp": "1700000060",
    });
    expect(again).toMatchObject({
      "webhook-id": first["webhook-id"],
      "webhook-timestamp": "1700000999",
    });
    expect(again["webhook-signature"]).not.toBe(first["webhook-signature"]);
  });

  it("is not signed where it is set so, though there be a secret", async () => {
    const names = Object.keys(await headersOf({ signature: "none", secret: older }));
    expect(names.toSorted()).toEqual(["content-type", "user-agent"]);
  });

  it("has the header that lets us in", async () => {
    const header = { header_name: "Authorization", header_value: "Bearer abc" };
    expect(await headersOf({ secret: older, ...header })).toMatchObject({ authorization: "Bearer abc" });
  });

  test.each([
    ["a millisecond before its end both sign", -1, 2],
    ["at its end the new one alone", 0, 1],
    ["a day later the new one alone", 86_400_000, 1],
  ])("in the overlap of a rotation the time of the try decides: %s", async (_when, later, signatures) => {
    const end = Date.parse(during.previous_until);
    const at = { attempted_at: end + later };
    const standard = await headersOf(during, at);
    expect(standard["webhook-signature"]?.split(" ")).toHaveLength(signatures);
    const hmac = Object.keys(await headersOf({ ...during, signature: "body_hmac" }, at));
    expect(hmac.filter((name) => name.startsWith("x-leadrelay-signature"))).toHaveLength(signatures);
  });
});

describe("an answer of a receiver", () => {
  const [send] = webhook.steps;
  const classify = (...answer: Parameters<typeof received>) =>
    send.classify(received(...answer), before, { kept: {}, token: "" });

  test.each<[string, Parameters<typeof received>, object]>([
    ["a 200 is delivered", [200, "ok"], { outcome: "delivered" }],
    ["a 202 is delivered", [202], { outcome: "delivered" }],
    [
      "a 301 is refused, and not followed",
      [301, "", { location: "https://b.example" }],
      { outcome: "refused" },
    ],
    ["a 308 is refused, and not followed", [308], { outcome: "refused" }],
    ["a 401 is refused", [401, "bad signature"], { outcome: "refused", error: "HTTP 401: bad signature" }],
    ["a 410 says that nobody is there", [410], { outcome: "gone", error: "HTTP 410" }],
    [
      "a 429 is tried again when it says",
      [429, "", { "retry-after": "90" }],
      { outcome: "retry", waitMs: 90_000 },
    ],
    ["a 502 is tried again", [502], { outcome: "retry", waitMs: null }],
    [
      "a 504 is tried again at the date it names",
      [504, "", { "retry-after": "Tue, 14 Nov 2023 22:15:20 GMT" }],
      { outcome: "retry", waitMs: 120_000 },
    ],
  ])("%s", (_what, answer, end) => {
    expect(classify(...answer)).toMatchObject(end);
  });

  it("that is lost is no answer: the receiver knows the next try by its id", async () => {
    const { receiver, taken } = standardReceiver(older);
    const lost = async (request: Request) => {
      await receiver(request);
      throw new Error("reset");
    };
    expect((await tryAt(lost, webhook, before, { delivery: { attempted_at: now() } })).end).toBe("timeout");
    const again = { attempt: 2, attempted_at: now() };
    expect((await tryAt(receiver, webhook, before, { delivery: again })).end).toEqual({
      outcome: "delivered",
    });
    expect(taken).toHaveLength(1);
  });
});

test.each([
  [{ url }, { url, secret: older }],
  [
    { url, secret: null },
    { url, signature: "none" },
  ],
])("settings without a secret are some only where nothing is signed", (unsigned, fine) => {
  expect(() => webhook.parseSettings(unsigned)).toThrow("secret should be there: requests are signed");
  expect(webhook.parseSettings(fine)).toEqual(fine);
});
