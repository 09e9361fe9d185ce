import { describe, expect, it, test } from "vitest";
import { n8nReceiver } from "../../test/receivers/n8n-receiver.ts";
import { tryAt } from "../../test/receivers/receiver.ts";
import { samplePayload } from "../make/sample-payload.ts";
import { n8n } from "./n8n.ts";

const settings = { url: "https://n8n.example/webhook/abc" };
const workflow = { path: "abc", isPublished: true };

describe("n8n", () => {
  it("takes a lead for a workflow that is published", async () => {
    const { receiver, taken } = n8nReceiver(workflow);
    expect((await tryAt(receiver, n8n, settings)).end).toEqual({ outcome: "delivered" });
    expect(taken).toEqual([expect.objectContaining({ ...samplePayload, event: "lead.created" })]);
  });

  it("is asked again for a workflow that is not, or not yet after a restart", async () => {
    const { receiver } = n8nReceiver({ ...workflow, isPublished: false });
    const end = (await tryAt(receiver, n8n, settings)).end;
    expect(end).toMatchObject({ outcome: "retry", waitMs: null });
    expect(end).toHaveProperty("error", expect.stringMatching(/^is the workflow published\? \(HTTP 404: /));
    const { receiver: later } = n8nReceiver(workflow);
    expect((await tryAt(later, n8n, settings)).end).toEqual({ outcome: "delivered" });
  });

  it("refuses what its node waits for with another method, and says what to set", async () => {
    const { receiver } = n8nReceiver({ ...workflow, method: "GET" });
    const end = (await tryAt(receiver, n8n, settings)).end;
    expect(end).toMatchObject({ outcome: "refused" });
    expect(end).toHaveProperty("error", expect.stringContaining("set its HTTP Method to POST"));
  });

  it("is let in by the header of its credential", async () => {
    const { receiver } = n8nReceiver({ ...workflow, header: ["x-key", "Bearer of tidings"] });
    expect((await tryAt(receiver, n8n, settings)).end).toEqual({
      outcome: "refused",
      error: "HTTP 403: Authorization data is wrong!",
    });
    const given = { ...settings, header_name: "X-Key", header_value: "Bearer of tidings" };
    expect((await tryAt(receiver, n8n, given)).end).toEqual({ outcome: "delivered" });
  });

  test.each<[string, Response, object]>([
    ["another 404 is refused", new Response("Not Found", { status: 404 }), { outcome: "refused" }],
    [
      "a workflow that ran and failed is tried again",
      Response.json({ message: "Error in workflow" }, { status: 500 }),
      { outcome: "retry" },
    ],
    ["a 410 that the workflow answers means gone", new Response("", { status: 410 }), { outcome: "gone" }],
  ])("%s", async (_what, answer, end) => {
    expect((await tryAt(() => answer, n8n, settings)).end).toMatchObject(end);
  });
});

describe("a test URL of n8n", () => {
  test.each([
    "https://n8n.example/webhook-test/abc",
    "https://n8n.example/webhook-test/a/b?c=d",
    "https://n8n.example/tools/n8n/webhook-test/abc",
    "https://n8n.example/Webhook-Test/abc",
    "https://n8n.example/webhook%2Dtest/abc",
    "https://n8n.example/form-test/abc",
  ])("is refused, with where the right one is found: %s", (url) => {
    expect(() => n8n.parseSettings({ url })).toThrow(/production URL.* publish the workflow$/);
  });

  test.each([
    "https://n8n.example/webhook/abc",
    "https://n8n.example/webhook/webhook-tested",
    "https://n8n.example/hooks/abc?from=/webhook-test/",
    "https://webhook-test.example/webhook/abc",
  ])("is another address than %s", (url) => {
    expect(n8n.parseSettings({ url })).toEqual({ url });
  });
});
