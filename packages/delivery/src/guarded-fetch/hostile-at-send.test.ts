import { samplePayload } from "@leadrelay/adapters/make/sample-payload";
import { expect, test } from "vitest";
import { goodUrls, hostileUrls, strictRules } from "../../test/hostile-urls.ts";
import { performAttempt } from "../perform-attempt.ts";

const event = {
  id: "evt",
  type: "lead.created" as const,
  payload: samplePayload,
  attribution: { first: null, latest: null },
  created_at: 1,
};

/** A try at an address that came into the settings behind the API's back; and who was called. */
async function sendTo(url: string) {
  const called: string[] = [];
  const fetch: typeof globalThis.fetch = async (input) => {
    called.push(new Request(input).url);
    return new Response("Accepted");
  };
  const result = await performAttempt(
    {
      kind: "make",
      settings: { url, api_key: null },
      timeoutMs: 1000,
      delivery: { event, delivery_public_id: "dlv", attempt: 1 },
    },
    { fetch, sendEmail: null, now: () => 1, lookUpHost: null, ...strictRules },
  );
  return { result, called };
}

test.each(hostileUrls)(
  "nothing is sent to what is hostile (%s), whoever put it there: %s",
  async (_reason, url) => {
    const { result, called } = await sendTo(url);
    expect(called).toEqual([]);
    expect(result).toMatchObject({ outcome: "refused", status_code: null });
  },
);

test.each(goodUrls)("a lead is sent to %s", async (url) => {
  const { result, called } = await sendTo(url);
  expect(called).toEqual([new URL(url).href]);
  expect(result.outcome).toBe("delivered");
});
