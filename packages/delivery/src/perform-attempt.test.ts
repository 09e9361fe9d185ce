import type { LeadPayload } from "@leadrelay/contracts/lead-payload";
import { samplePayload } from "@leadrelay/adapters/make/sample-payload";
import { destinationKinds, getAdapter } from "@leadrelay/adapters/registry";
import { describe, expect, test } from "vitest";
import { performAttempt } from "./perform-attempt.ts";

const url = "https://hook.eu1.make.com/s3cr3t-token?signed=abcdef123";
const settings = { url, api_key: "key-0123456789" };
const deliveryOf = (payload: LeadPayload) => ({
  event: {
    id: "evt",
    type: "lead.created" as const,
    payload,
    attribution: { first: null, latest: null },
    created_at: 1,
  },
  delivery_public_id: "0199aaaa-0000-8000-8000-000000000001",
  attempt: 1,
});
const delivery = deliveryOf(samplePayload);
/** What a kind sends that is told of stages: of a lead that came it has nothing to say. */
const trial = deliveryOf({ ...samplePayload, test_lead: "yes" });

function attempt(
  send: typeof fetch,
  given: { kind?: string; settings?: unknown; delivery?: typeof delivery } = {},
) {
  let clock = 1_000_000;
  return performAttempt(
    { kind: "make", settings, timeoutMs: 30, delivery, ...given },
    {
      fetch: send,
      sendEmail: { send: () => send(url).then(() => ({ messageId: "m-1" })) },
      now: () => (clock += 5),
      allowPrivate: false,
      ownHosts: [],
      lookUpHost: null,
    },
  );
}
const answer = (status: number, body = "", headers = {}) =>
  attempt(async () => new Response(status === 204 ? null : body, { status, headers }));

describe("performAttempt", () => {
  test("a 2xx is delivered, with when and how long", async () => {
    expect(await answer(200, "Accepted")).toEqual({
      outcome: "delivered",
      status_code: 200,
      error: null,
      retry_after_ms: null,
      started_at: 1_000_005,
      duration_ms: 10,
    });
  });

  test("Make's full queue is retried when it says", async () => {
    const result = await answer(400, "Queue is full.", { "retry-after": "7" });
    expect(result).toMatchObject({ outcome: "retry", status_code: 400, retry_after_ms: 7000 });
    expect(result.error).toBe("HTTP 400: Queue is full.");
  });

  test("a hanging receiver is retried", async () => {
    const result = await attempt(() => new Promise(() => {}));
    expect(result).toMatchObject({ outcome: "retry", status_code: null, error: "no answer within 30 ms" });
  });

  test("an address that is not allowed is refused without a call", async () => {
    const result = await attempt(() => Promise.reject(new Error("called")), {
      settings: { url: "https://169.254.169.254/latest", api_key: null },
    });
    expect(result).toMatchObject({ outcome: "refused", error: "address not allowed: private_address" });
  });

  test("of what its receiver could do nothing with nothing is sent, and nobody has to see to it", async () => {
    const nobody = () => Promise.reject(new Error("somebody was asked"));
    const kind = "meta_conversions";
    expect(await attempt(nobody, { kind, settings: getAdapter(kind).exampleSettings })).toMatchObject({
      outcome: "refused",
      error: "nothing to send: it says of no stage that the lead came to",
      status_code: null,
      nothing_to_send: true,
    });
  });

  test("settings that cannot be read are refused, naming the setting and not its value", async () => {
    const result = await attempt(fetch, { settings: { url: "hook.make.com/s3cr3t-token" } });
    expect(result).toMatchObject({ outcome: "refused", status_code: null });
    expect(result.error).toContain("url should be an http(s) URL");
    expect(result.error).not.toContain("s3cr3t");
  });

  test("a kind of destination this version does not know is refused", async () => {
    expect(await attempt(fetch, { kind: "carrier-pigeon" })).toMatchObject({ outcome: "refused" });
  });

  test.each([
    ["the whole address", `cannot POST ${url}`],
    ["its path", "Cannot POST /s3cr3t-token?signed=abcdef123"],
    ["a part of its path", "no hook named s3cr3t-token"],
    ["its query", "bad signature abcdef123"],
    ["the key", "unknown key key-0123456789"],
    ["a contact's e-mail", "duplicate contact jane@example.com"],
    ["a contact's phone", "duplicate contact +91-9999999999 (known)"],
  ])("an error never keeps %s that a receiver echoed", async (_what, body) => {
    const { error } = await answer(422, body);
    expect(error).toMatch(/^HTTP 422: .*…/);
    expect(error).not.toMatch(/s3cr3t|abcdef123|0123456789|jane|9999999999/);
  });

  test("an error keeps no part of a secret that stands where a long answer is cut", async () => {
    for (let before = 150; before < 200; before += 1) {
      const { error } = await answer(422, `${"x ".repeat(before / 2)}/s3cr3t-token?signed=abcdef123`);
      expect(error).not.toContain("s3cr3");
    }
  });

  test("a network error that names the address does not keep it", async () => {
    const result = await attempt(() => Promise.reject(new Error(`Fetch API cannot load: ${url}`)));
    expect(result).toMatchObject({ outcome: "retry", error: "network: Fetch API cannot load: …" });
  });

  test("a receiver that is gone is gone, a refusal asks for no wait", async () => {
    expect(await answer(410)).toMatchObject({ outcome: "gone", status_code: 410, retry_after_ms: null });
    const refused = await answer(404, "", { "retry-after": "7" });
    expect(refused).toMatchObject({ outcome: "refused", status_code: 404, retry_after_ms: null });
  });

  test("a clock that goes back makes no try shorter than nothing", async () => {
    let clock = 1_000;
    const back = {
      fetch: async () => new Response(""),
      now: () => (clock -= 5),
      allowPrivate: false,
      ownHosts: [],
      lookUpHost: null,
    };
    const result = await performAttempt({ kind: "make", settings, timeoutMs: 30, delivery }, back);
    expect(result).toMatchObject({ started_at: 995, duration_ms: 0 });
  });

  test("what a delivered lead's receiver says is kept nowhere", async () => {
    expect(await answer(200, "taken: jane@example.com")).toMatchObject({ outcome: "delivered", error: null });
  });

  test("of what its receiver could do nothing with nothing is sent, and nobody has to see to it", async () => {
    const nobody = () => Promise.reject(new Error("somebody was asked"));
    const kind = "meta_conversions";
    expect(await attempt(nobody, { kind, settings: getAdapter(kind).exampleSettings })).toMatchObject({
      outcome: "refused",
      error: "nothing to send: it says of no stage that the lead came to",
      status_code: null,
      nothing_to_send: true,
    });
  });

  test("settings that cannot be read are refused without a secret, were they one", async () => {
    const result = await attempt(fetch, { settings: "jane@example.com" });
    expect(result.outcome).toBe("refused");
    expect(result.error).not.toContain("jane@");
  });
});

describe.each(destinationKinds)("whatever the kind: a %s destination", (kind) => {
  const adapter = getAdapter(kind);
  const example = adapter.exampleSettings;
  const told = adapter.secretsOf(adapter.parseSettings(example));
  const sent = adapter.takesStages === true ? trial : delivery;

  test.each([
    ["hangs", () => new Promise<never>(() => {})],
    ["cannot be reached", () => Promise.reject(new Error("connection refused"))],
  ])("is tried again when its receiver %s", async (_how, send) => {
    expect(await attempt(send, { kind, settings: example, delivery: sent })).toMatchObject({
      outcome: "retry",
      status_code: null,
      retry_after_ms: null,
    });
  });

  // A binding answers without statuses and headers: send-by-binding.test.ts.
  const answers = (adapter.fixedHosts ?? []).every((host) => !host.endsWith(".invalid"));

  test.runIf(answers).each([429, 503])("waits after a %i as long as its receiver asks", async (status) => {
    const busy = async () => new Response("busy", { status, headers: { "retry-after": "12" } });
    expect(await attempt(busy, { kind, settings: example, delivery: sent })).toMatchObject({
      outcome: "retry",
      status_code: status,
      retry_after_ms: 12_000,
    });
  });

  test.runIf(answers)("keeps no secret of its settings in an error, whatever a receiver echoes", async () => {
    expect(told).not.toEqual([]);
    const echo = async () => new Response(told.join(" or "), { status: 422 });
    const { error } = await attempt(echo, { kind, settings: example, delivery: sent });
    expect(error).toContain("…");
    for (const setting of told) expect(error).not.toContain(setting);
    for (const part of told.flatMap((setting) => URL.parse(setting)?.pathname.split("/") ?? []))
      if (part.length > 5) expect(error).not.toContain(part);
  });
});
