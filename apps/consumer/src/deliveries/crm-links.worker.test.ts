import { getAdapter } from "@leadrelay/adapters/registry";
import { applyD1Migrations, env } from "cloudflare:test";
import { beforeAll, describe, expect, it } from "vitest";
import { confirmingTenant } from "../../test/confirming.ts";
import { testNow } from "../../test/deliver-messages.ts";
import { wake } from "../../test/deliver-wakeups.ts";
import { watchedD1 } from "../../test/watched-d1.ts";
import { rows } from "../../test/tenant.ts";
import { noticesTo, watchingChat } from "../../test/watching-chat.ts";

beforeAll(() => applyD1Migrations(env.DB, env.TEST_MIGRATIONS));

/** A lead due at HubSpot, which answers that it has it as this. */
async function atHubspot(linked: string | null = null) {
  const { tenant, now } = await confirmingTenant({ kind: "hubspot" }, getAdapter("hubspot").exampleSettings);
  const chat = await watchingChat(tenant, "chat.example");
  await env.DB.prepare("UPDATE leads SET crm_lead_id = ? WHERE client_id = ?")
    .bind(linked, tenant.clientId)
    .run();
  const send = async (id: string, given: Parameters<typeof wake>[1] = {}) =>
    wake([await now()], { fetch: async () => Response.json({ id }, { status: 201 }), ...given });
  const linkNow = async () =>
    (
      await rows<{ crm_lead_id: string | null }>(
        "SELECT crm_lead_id FROM leads WHERE client_id = ?",
        tenant.clientId,
      )
    )[0]?.crm_lead_id;
  const told = async () => (await noticesTo(chat)).filter((one) => one.startsWith("lead.crm_linked")).length;
  const kept = () =>
    rows("SELECT kind, destination_id, delivery_id FROM lead_callbacks WHERE client_id = ?", tenant.clientId);
  return { tenant, now, send, linkNow, told, kept };
}

const again = (clientId: string) =>
  env.DB.prepare(
    "UPDATE deliveries SET status = 'pending', settled_at = NULL, attempts = 0, next_attempt_at = ? WHERE client_id = ? AND is_notice IS NULL",
  )
    .bind(testNow, clientId)
    .run();

describe("the id under which a CRM answers that it has a lead", () => {
  it("links the lead, is told as its callback would be, and stands among them", async () => {
    const { tenant, now, send, linkNow, told, kept } = await atHubspot();
    const { woken } = await send("512");
    expect(await now()).toMatchObject({ status: "delivered", receiver_id: "512" });
    expect(await linkNow()).toBe("512");
    expect(await told()).toBe(1);
    expect(woken).toHaveLength(1);
    expect(await kept()).toEqual([{ kind: "link", destination_id: tenant.destinationId, delivery_id: null }]);
  });

  it("that comes again changes nothing, and another one neither", async () => {
    const { tenant, send, linkNow, told, kept } = await atHubspot();
    for (const id of ["512", "512", "600"]) {
      await send(id);
      await again(tenant.clientId);
    }
    expect(await linkNow()).toBe("512");
    expect(await told()).toBe(1);
    expect(await kept()).toHaveLength(1);
  });

  it("takes the place of no link that a callback made", async () => {
    const { now, send, linkNow, told } = await atHubspot("theirs");
    await send("512");
    expect(await linkNow()).toBe("theirs");
    expect(await told()).toBe(0);
    expect(await now()).toMatchObject({ status: "delivered", receiver_id: "512" });
  });

  it("does, where a callback makes one between looking and writing, take no place either, and the lead is settled", async () => {
    const { tenant, now, send, linkNow, told } = await atHubspot();
    const d1 = watchedD1(env.DB, async (sql, run) => {
      if (sql.includes("UPDATE leads SET crm_lead_id"))
        await env.DB.prepare("UPDATE leads SET crm_lead_id = 'theirs' WHERE client_id = ?")
          .bind(tenant.clientId)
          .run();
      return run();
    });
    await send("512", { leadDatabase: () => d1 });
    expect(await linkNow()).toBe("theirs");
    expect(await told()).toBe(0);
    expect(await now()).toMatchObject({ status: "delivered" });
  });

  it("is linked once by a try whose worker was gone before it was settled, and by the next one that finds it", async () => {
    const { tenant, now, send, linkNow, told } = await atHubspot();
    const d1 = watchedD1(env.DB, async (sql, run) => {
      if (sql.includes("INSERT INTO delivery_attempts")) throw new Error("the isolate is gone");
      return run();
    });
    await send("512", { leadDatabase: () => d1 }).catch(() => undefined);
    expect(await now()).toMatchObject({ status: "in_flight" });
    expect(await linkNow()).toBe("512");
    await again(tenant.clientId);
    await send("512");
    expect(await now()).toMatchObject({ status: "delivered" });
    expect(await told()).toBe(1);
  });
});

it.each(["hubspot", "zoho", "gohighlevel", "salesforce", "pipedrive"])(
  "%s' ids link leads, and other kinds' do not",
  (kind) => {
    expect(getAdapter(kind).linksLeads).toBe(true);
    expect(getAdapter("discord").linksLeads).toBeUndefined();
  },
);
