import { sealedSettingsAt } from "@leadrelay/db/destinations/destination";
import { applyD1Migrations, env } from "cloudflare:test";
import { beforeAll, expect, it } from "vitest";
import { deliverMessages, testDependencies } from "../../test/deliver-messages.ts";
import { deliveriesOf, wake } from "../../test/deliver-wakeups.ts";
import { newTenant } from "../../test/tenant.ts";
import { watchedD1 } from "../../test/watched-d1.ts";

beforeAll(() => applyD1Migrations(env.DB, env.TEST_MIGRATIONS));

/** A client whose leads go to a channel in Slack, and what was posted there. */
async function channel() {
  const tenant = await newTenant({ destination: { kind: "slack" } });
  const settings = { url: "https://hooks.slack.com/services/T00000000/B00000000/abcdefghijklmnopqrstuvwx" };
  const sealed = await (
    await testDependencies().sealer()
  ).seal(JSON.stringify(settings), sealedSettingsAt(tenant.destinationId));
  await env.DB.prepare("UPDATE destinations SET sealed_settings = ? WHERE id = ?")
    .bind(sealed, tenant.destinationId)
    .run();
  const posted: string[] = [];
  const fetch: typeof globalThis.fetch = async (_input, init = {}) => {
    posted.push(init.body as string);
    return new Response("ok");
  };
  const lead = tenant.submission({
    fields: { name: "Asha Rao", email: "asha@example.com" },
    payload: { name: "Asha Rao", email: "asha@example.com", message: "Call me\nafter six" },
    context: { ...tenant.submission().context, ip: null },
  });
  return { tenant, posted, fetch, lead };
}

it("what the person wrote is shown in the invocation that commits", async () => {
  const { posted, fetch, lead } = await channel();
  const { config } = testDependencies();
  await deliverMessages([lead], testDependencies({ fetch, config: { ...config, firstAttempts: 6 } }));
  expect(posted).toEqual([expect.stringContaining("Message: Call me after six")]);
});

it("and by a later try, which reads it again", async () => {
  const { tenant, posted, fetch, lead } = await channel();
  await deliverMessages([lead]);
  await wake(await deliveriesOf(tenant), { fetch });
  expect(posted).toEqual([expect.stringContaining("Message: Call me after six")]);
});

it.each([["in the invocation that commits"], ["by a later try"]])(
  "what the form calls it is shown %s",
  async (when) => {
    const { tenant, posted, fetch } = await channel();
    await env.DB.prepare("UPDATE forms SET field_mapping_json = ? WHERE id = ?")
      .bind('{"your_wish":"message"}', tenant.formId)
      .run();
    const contact = { name: "Asha Rao", email: "asha@example.com" };
    const lead = tenant.submission({
      fields: { ...contact, message: "A loft" },
      payload: { ...contact, your_wish: "A loft" },
      context: { ...tenant.submission().context, ip: null },
    });
    const { config } = testDependencies();
    const isFirst = when.startsWith("in the");
    await deliverMessages(
      [lead],
      testDependencies({ fetch, config: { ...config, firstAttempts: isFirst ? 6 : 0 } }),
    );
    if (!isFirst) await wake(await deliveriesOf(tenant), { fetch });
    expect(posted).toEqual([expect.stringContaining("Message: A loft")]);
  },
);

it("D1 that stumbles over the form costs no try, and the receiver's health nothing", async () => {
  const { tenant, posted, fetch, lead } = await channel();
  await deliverMessages([lead]);
  let stumbled = 0;
  const control = watchedD1(env.DB, (sql, run) => {
    if (!sql.includes("field_mapping_json") || stumbled > 0) return run();
    stumbled += 1;
    return Promise.reject(new Error("D1_ERROR: Network connection lost."));
  });
  await wake(await deliveriesOf(tenant), { fetch, control });
  expect([stumbled, posted.length]).toEqual([1, 1]);
});
