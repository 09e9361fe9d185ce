import { sealedSettingsAt } from "@leadrelay/db/destinations/destination";
import { findLead } from "@leadrelay/db/leads/find-lead";
import { runBatch } from "@leadrelay/db/run-batch";
import { findSubmission } from "@leadrelay/db/submissions/find-submission";
import { parseAttribution } from "@leadrelay/core/attribution/parse-attribution";
import { applyD1Migrations, env } from "cloudflare:test";
import { beforeAll, describe, expect, it } from "vitest";
import { leadOf } from "../../test/api/person.ts";
import { deliverMessages, testDependencies } from "../../test/deliver-messages.ts";
import { hookUrl, wake } from "../../test/deliver-wakeups.ts";
import { meteredD1 } from "../../test/metered-d1.ts";
import { newTenant, rows, type Tenant } from "../../test/tenant.ts";

beforeAll(() => applyD1Migrations(env.DB, env.TEST_MIGRATIONS));

const lake = "https://www.example.com/lake";
const noon = 1_700_000_000_000;

/** A post of Anna's: the page she was on, the page her browser named, and when it came in. */
const post = (
  tenant: Tenant,
  { page_url, referrer = null, at = noon }: { page_url?: string; referrer?: string | null; at?: number },
) => {
  const fields = { email: "anna@example.com", ...(page_url === undefined ? {} : { page_url }) };
  const { context } = tenant.submission();
  return tenant.submission({ fields, payload: fields, context: { ...context, referrer }, received_at: at });
};

/** What is stored of the lead of a submission, and of the submission. */
async function storedOf(tenant: Tenant, submissionId: string) {
  const clients = [{ id: tenant.clientId, database: "DB", masked: false }];
  const scope = { kind: "operator", clients, agencyIds: [], isInstallation: false } as const;
  const ids = [tenant.clientId];
  const [[lead], [submission]] = await runBatch(env.DB, [
    findLead(scope, ids, await leadOf(submissionId)),
    findSubmission(scope, ids, submissionId),
  ]);
  if (lead === undefined || submission === undefined) throw new Error("Nothing is stored");
  return {
    first: parseAttribution(lead.first_attribution_json),
    latest: parseAttribution(lead.latest_attribution_json),
    own: parseAttribution(submission.attribution_json, submission.page_url),
  };
}

describe("how a lead came", () => {
  it.each([
    [
      "page_url",
      { page_url: `${lake}?utm_source=google&gclid=abc`, referrer: "https://www.google.com/" },
      "https://www.google.com/",
    ],
    ["Referer", { referrer: `${lake}?utm_source=google&gclid=abc` }, null],
  ])("is kept with the lead and the submission where only %s tells it", async (_, given, referrer) => {
    const tenant = await newTenant();
    const message = post(tenant, given);
    await deliverMessages([message]);
    const { first, latest, own } = await storedOf(tenant, message.submission_id);
    expect(own).toMatchObject({
      utm_source: "google",
      gclid: "abc",
      landing_page: `${lake}?utm_source=google&gclid=abc`,
      referrer,
    });
    expect([first, latest]).toEqual([own, own]);
  });

  it("is of the first and the latest by the time they came in, whatever arrives late", async () => {
    const tenant = await newTenant();
    const posts = [10, 30, 5, 20].map((minute) =>
      post(tenant, { page_url: `${lake}?utm_source=at-${minute}`, at: noon + minute * 60_000 }),
    );
    for (const each of posts) await deliverMessages([each]);
    for (const [index, each] of posts.entries()) {
      const { first, latest, own } = await storedOf(tenant, each.submission_id);
      expect([first, latest, own].map((one) => one?.utm_source)).toEqual([
        "at-5",
        "at-30",
        ["at-10", "at-30", "at-5", "at-20"][index],
      ]);
    }
  });

  it("is not made up for leads and submissions of before it was kept", async () => {
    const tenant = await newTenant();
    const [before, after] = [
      post(tenant, { referrer: lake }),
      post(tenant, { referrer: `${lake}?gclid=a`, at: noon + 1 }),
    ];
    await deliverMessages([before]);
    await env.DB.batch([
      env.DB.prepare("UPDATE leads SET first_attribution_json = NULL WHERE client_id = ?").bind(
        tenant.clientId,
      ),
      env.DB.prepare("UPDATE lead_submissions SET attribution_json = NULL WHERE client_id = ?").bind(
        tenant.clientId,
      ),
    ]);
    expect(await storedOf(tenant, before.submission_id)).toEqual({ first: null, latest: null, own: null });
    await deliverMessages([after]);
    expect(await storedOf(tenant, after.submission_id)).toMatchObject({
      first: null,
      latest: { gclid: "a" },
    });
  });

  it("is told whole where its row has no room for it", async () => {
    const tenant = await newTenant();
    const page_url = `${lake}?${"a".repeat(380)}`;
    const message = post(tenant, { page_url, referrer: `https://www.google.com/?${"b".repeat(400)}` });
    await deliverMessages([{ ...message, notes: ["x".repeat(60)], payload: {} }]);
    const [row] = await rows(
      "SELECT attribution_json FROM lead_submissions WHERE client_id = ?",
      tenant.clientId,
    );
    expect(row?.["attribution_json"]).toMatch(/^@\d+$/);
    const { own, first } = await storedOf(tenant, message.submission_id);
    expect(own).toMatchObject({ landing_page: page_url, referrer: message.context.referrer });
    expect(first).toEqual(own);
  });

  it("costs no row more", async () => {
    const written = async (given: Parameters<typeof post>[1]) => {
      const tenant = await newTenant();
      const { bill, databases } = meteredD1();
      await deliverMessages([post(tenant, given)], { ...testDependencies(), ...databases });
      return bill.written;
    };
    const page = `${lake}?utm_source=google&utm_medium=cpc&utm_campaign=launch&gclid=${"a".repeat(90)}`;
    expect(await written({ referrer: page })).toBe(await written({}));
  });
});

describe("a Make destination", () => {
  async function sentTo(settings: object) {
    const tenant = await newTenant();
    const { destinationId } = tenant;
    const sealer = await testDependencies().sealer();
    await env.DB.prepare("UPDATE destinations SET sealed_settings = ? WHERE id = ?")
      .bind(
        await sealer.seal(JSON.stringify({ url: hookUrl, ...settings }), sealedSettingsAt(destinationId)),
        destinationId,
      )
      .run();
    await deliverMessages([
      post(tenant, { page_url: `${lake}?utm_source=google`, referrer: "https://www.google.com/" }),
    ]);
    const keys = await rows(
      "SELECT lead_id, event_id, destination_id FROM deliveries WHERE client_id = ?",
      tenant.clientId,
    );
    const bodies: Record<string, unknown>[] = [];
    await wake(keys, {
      fetch: async (_input, init) => {
        bodies.push(JSON.parse(init?.body as string) as Record<string, unknown>);
        return new Response("Accepted");
      },
    });
    return bodies;
  }

  it("hears of it under names of its own where it is set to", async () => {
    expect(await sentTo({ send_attribution: true })).toMatchObject([
      {
        lead_source: "google",
        utm_source: "google",
        utm_medium: null,
        landing_page: `${lake}?utm_source=google`,
        referrer: "https://www.google.com/",
        first_utm_source: "google",
        first_landing_page: `${lake}?utm_source=google`,
      },
    ]);
  });

  it("gets the source alone else", async () => {
    const [body = {}] = await sentTo({});
    expect(body).toMatchObject({ lead_source: "google" });
    expect(Object.keys(body).filter((name) => /utm|landing|referrer/.test(name))).toEqual([]);
  });
});
