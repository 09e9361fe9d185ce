import { sealedSettingsAt } from "@leadrelay/db/destinations/destination";
import { applyD1Migrations, env } from "cloudflare:test";
import { beforeAll, describe, expect, it } from "vitest";
import { acked, callback, oneLead, retried } from "../../test/called-back.ts";
import { deliverMessages, testDependencies } from "../../test/deliver-messages.ts";
import { rows } from "../../test/tenant.ts";

beforeAll(() => applyD1Migrations(env.DB, env.TEST_MIGRATIONS));

describe("Twilio", () => {
  const url = "https://leads.example/callbacks/twilio/dst";
  const sign = async (fields: readonly (readonly [string, string])[], address: string) => {
    const text =
      address +
      fields
        .toSorted(([a], [b]) => (a < b ? -1 : 1))
        .map(([name, value]) => name + value)
        .join("");
    const encoder = new TextEncoder();
    const key = await crypto.subtle.importKey(
      "raw",
      encoder.encode("auth"),
      { name: "HMAC", hash: "SHA-1" },
      false,
      ["sign"],
    );
    return btoa(
      String.fromCharCode(...new Uint8Array(await crypto.subtle.sign("HMAC", key, encoder.encode(text)))),
    );
  };

  async function smsLead() {
    const own = await oneLead();
    const sealer = await testDependencies().sealer();
    const sealed = await sealer.seal(
      JSON.stringify({ auth_token: "auth" }),
      sealedSettingsAt(own.destinationId),
    );
    await env.DB.prepare("UPDATE destinations SET sealed_settings = ?, kind = 'twilio' WHERE id = ?")
      .bind(sealed, own.destinationId)
      .run();
    const post = async (fields: [string, string][], { query = "", forged = false, tries = 5 } = {}) => {
      const address = `${url}${query}`;
      const signature = forged ? `${"A".repeat(27)}=` : await sign(fields, address);
      const said = {
        kind: "twilio",
        destination_id: own.destinationId,
        signature,
        url: address,
        fields,
      } as const;
      return deliverMessages([callback(said, { by: "signature" })], testDependencies(), tries);
    };
    const optedOut = () => rows("SELECT kind, value FROM opt_outs WHERE client_id = ?", own.clientId);
    return { ...own, post, optedOut };
  }

  it("hands over a person's reply, once", async () => {
    const own = await smsLead();
    const reply: [string, string][] = [
      ["From", own.phone.replace("-", "")],
      ["Body", "Call me"],
      ["MessageSid", "SM1"],
    ];
    expect(await own.post(reply)).toEqual(acked);
    await own.post(reply);
    expect(await own.kept()).toMatchObject([
      { lead_id: own.lead.id, kind: "reply", destination_id: own.destinationId },
    ]);
    expect(await own.optedOut()).toEqual([]);
  });

  it("hands over who wants no more, and who wants it again, whether a lead is theirs or not", async () => {
    const own = await smsLead();
    const from = (number: string, text: string, sid: string): [string, string][] => [
      ["From", number],
      ["Body", text],
      ["MessageSid", sid],
    ];
    await own.post(from(own.phone.replace("-", ""), " Stop ", "SM2"));
    await own.post(from("+919812345678", "UNSUBSCRIBE", "SM3"));
    expect((await own.optedOut()).map(({ value }) => String(value)).sort()).toEqual(
      ["+91-9812345678", own.phone].sort(),
    );
    await own.post(from("+919812345678", "START", "SM4"));
    expect(await own.optedOut()).toEqual([{ kind: "phone", value: own.phone }]);
  });

  it("hears STOP of a number that nobody knows at once, once, for its client alone, and the lead that comes later gets nothing", async () => {
    const [own, other] = [await smsLead(), await smsLead()];
    const stop: [string, string][] = [
      ["From", "+919812345678"],
      ["Body", "STOP"],
      ["MessageSid", "SM5"],
    ];
    expect(await own.post(stop, { tries: 1 })).toEqual(acked);
    expect(await own.optedOut()).toEqual([{ kind: "phone", value: "+91-9812345678" }]);
    expect(await own.kept()).toMatchObject([{ lead_id: 0, kind: "reply" }]);
    expect(await other.optedOut()).toEqual([]);
    // However often it says so, it is one number.
    await own.post([...stop.slice(0, 2), ["MessageSid", "SM7"]], { tries: 1 });
    expect(await own.kept()).toHaveLength(2);
    const tallies = await rows("SELECT subject, count FROM tallies WHERE client_id = ?", own.clientId);
    expect(tallies).toEqual([{ subject: "opt-outs of strangers", count: 1 }]);
    // A reply that wants nothing is looked at again: its lead may be on its way.
    const reply: [string, string][] = [
      ["From", "+919812345678"],
      ["Body", "Who is this?"],
      ["MessageSid", "SM6"],
    ];
    expect(await own.post(reply, { tries: 1 })).toEqual(retried);
  });

  it("says what became of a message: delivered confirms it", async () => {
    const own = await smsLead();
    const query = `?delivery=${own.sent.public_id}`;
    await own.post(
      [
        ["MessageSid", "SM1"],
        ["MessageStatus", "sent"],
      ],
      { query },
    );
    expect(await own.sentNow()).toMatchObject({ status: "delivered" });
    expect(await own.kept()).toEqual([]);
    await own.post(
      [
        ["MessageSid", "SM1"],
        ["MessageStatus", "delivered"],
      ],
      { query },
    );
    expect(await own.sentNow()).toMatchObject({ status: "confirmed" });
  });

  it("is believed for nothing that it did not sign", async () => {
    const own = await smsLead();
    await own.post(
      [
        ["From", "+919812345678"],
        ["Body", "STOP"],
      ],
      { forged: true },
    );
    await env.DB.prepare("UPDATE destinations SET sealed_settings = 'broken' WHERE id = ?")
      .bind(own.destinationId)
      .run();
    await own.post([
      ["From", "+919812345678"],
      ["Body", "STOP"],
    ]);
    expect(await own.optedOut()).toEqual([]);
  });
});
