import { describe, expect, it, test } from "vitest";
import { outgoing } from "../../test/outgoing.ts";
import { tryAt } from "../../test/receivers/receiver.ts";
import { zapierReceiver } from "../../test/receivers/zapier-receiver.ts";
import { samplePayload } from "../make/sample-payload.ts";
import { zapier } from "./zapier.ts";

const settings = { url: "https://hooks.zapier.com/hooks/catch/1234567/abcdefg/" };

describe("Zapier", () => {
  it("takes a lead, also for a Zap that is off: it is delivered, and nothing says more", async () => {
    const { receiver, taken } = zapierReceiver();
    expect((await tryAt(receiver, zapier, settings)).end).toEqual({ outcome: "delivered" });
    expect(taken).toEqual([
      {
        event: "lead.created",
        event_id: "evt",
        delivery_id: outgoing().delivery_public_id,
        ...samplePayload,
      },
    ]);
  });

  it("is told how people came with names of their own, where it is set to", async () => {
    const { receiver, taken } = zapierReceiver();
    await tryAt(receiver, zapier, { ...settings, send_attribution: true });
    expect(taken[0]).toMatchObject({ utm_source: "newsletter", first_utm_source: "google", gclid: null });
  });

  it("that takes no more at this rate is asked again when it says", async () => {
    const { receiver } = zapierReceiver(1);
    await tryAt(receiver, zapier, settings);
    expect((await tryAt(receiver, zapier, settings)).end).toMatchObject({ outcome: "retry", waitMs: 5_000 });
  });

  test.each<[string, Response, object]>([
    ["a 200 that is no JSON is delivered", new Response("ok"), { outcome: "delivered" }],
    ["a 200 without a status is delivered", Response.json({ id: 1 }), { outcome: "delivered" }],
    ["a 200 that says error is tried again", Response.json({ status: "error" }), { outcome: "retry" }],
    ["a 202 is tried again", new Response("", { status: 202 }), { outcome: "retry" }],
    [
      "a 404 is tried again",
      new Response("no", { status: 404 }),
      { outcome: "retry", error: "HTTP 404: no" },
    ],
    ["a 410 is tried again", new Response("", { status: 410 }), { outcome: "retry" }],
    ["a 302 is refused", new Response("", { status: 302 }), { outcome: "refused" }],
  ])("%s", async (_what, answer, end) => {
    expect((await tryAt(() => answer, zapier, settings)).end).toMatchObject(end);
  });
});
