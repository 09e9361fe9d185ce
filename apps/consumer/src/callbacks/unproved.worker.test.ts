import {
  hashOfSecret,
  newCallbackKey,
  newCallbackSecret,
} from "@leadrelay/signing/callbacks/callback-secret";
import { applyD1Migrations, env } from "cloudflare:test";
import { beforeAll, describe, expect, it, vi } from "vitest";
import { acked, callback, oneLead } from "../../test/called-back.ts";
import { deliverMessages, testDependencies, testNow } from "../../test/deliver-messages.ts";
import { placeRow } from "../../test/place-row.ts";

beforeAll(() => applyD1Migrations(env.DB, env.TEST_MIGRATIONS));

describe("a callback that the edge could not check", () => {
  it("is let in by its delivery's token, and by no other", async () => {
    const own = await oneLead();
    const { tokenOf } = await testDependencies().callbackSigner();
    const token = await tokenOf(own.clientId, own.sent.public_id);
    const said = { kind: "execution", delivery_id: own.sent.public_id, result: "done" } as const;
    const lines = vi.spyOn(console, "log");
    // Of the last signs of a signature half the bits are always the same.
    const other = `${token.slice(0, -20)}${token.at(-20) === "A" ? "B" : "A"}${token.slice(-19)}`;
    expect(await deliverMessages([callback(said, { by: "token", token: other })])).toEqual(acked);
    expect(JSON.stringify(lines.mock.calls)).toContain("callback.refused");
    lines.mockRestore();
    expect(await own.sentNow()).toMatchObject({ status: "delivered" });
    await deliverMessages([callback(said, { by: "token", token })]);
    expect(await own.sentNow()).toMatchObject({ status: "confirmed" });
  });

  it("is let in by its client's secret, and for a while by the one before", async () => {
    const own = await oneLead();
    const key = newCallbackKey(crypto.getRandomValues(new Uint8Array(12)));
    const secrets = [1, 2, 3].map((byte) => newCallbackSecret(key, new Uint8Array(32).fill(byte)));
    const [now = "", before = "", none = ""] = await Promise.all(secrets.map(hashOfSecret));
    const row = {
      client_id: own.clientId,
      callback_key: key,
      secret_hash: now,
      previous_hash: before,
      previous_until: testNow + 1,
      created_at: 1,
      updated_at: 1,
    };
    await placeRow("client_callbacks", row);
    const say = (hash: string, outcome: "contacted" | "won" | "lost") =>
      callback({ kind: "outcome", lead: { lead_id: own.lead.id }, outcome }, { by: "secret", key, hash });
    await deliverMessages([say(none, "lost"), say(now, "contacted"), say(before, "won")]);
    expect((await own.kept()).map(({ once_key }) => once_key ?? "").sort()).toEqual([
      "outcome:contacted",
      "outcome:won",
    ]);
    await env.DB.prepare("UPDATE client_callbacks SET previous_until = ? WHERE client_id = ?")
      .bind(testNow, own.clientId)
      .run();
    await deliverMessages([say(before, "lost")]);
    expect(await own.kept()).toHaveLength(2);
  });

  it("of a client that was deleted comes to nothing", async () => {
    const own = await oneLead();
    await env.DB.prepare("UPDATE clients SET deleted_at = 1 WHERE id = ?").bind(own.clientId).run();
    expect(await deliverMessages([own.execution()])).toEqual(acked);
    expect(await own.sentNow()).toMatchObject({ status: "delivered" });
  });
});
