import { createCallbackSigner } from "@leadrelay/signing/callbacks/callback-signer";
import { applyD1Migrations, env } from "cloudflare:test";
import { beforeAll, expect, test } from "vitest";
import { failing } from "../../../test/failing.ts";
import { placeRow } from "../../../test/place-row.ts";
import { newTenant, rows } from "../../../test/tenant.ts";
import { publishCallbackKeys } from "./publish-callback-keys.ts";

beforeAll(() => applyD1Migrations(env.DB, env.TEST_MIGRATIONS));

test("behind a new master key the secrets that follow are published anew, of clients that have one", async () => {
  const [withSecret, without] = [await newTenant(), await newTenant()];
  await placeRow("client_callbacks", {
    client_id: withSecret.clientId,
    callback_key: `cbk_${crypto.randomUUID().slice(0, 16)}`,
    secret_hash: "h",
    created_at: 1,
    updated_at: 1,
  });
  await env.DB.prepare("UPDATE clients SET direct_config_stale = 0").run();
  const stale = async () =>
    (
      await rows<{ id: string }>(
        "SELECT id FROM clients WHERE direct_config_stale = 1 AND id IN (?, ?)",
        withSecret.clientId,
        without.clientId,
      )
    ).map(({ id }) => id);
  const publish = async (letter: string, kv = env.KV) =>
    publishCallbackKeys({
      kv,
      callbackSigner: () => createCallbackSigner(`k1:${btoa(letter.repeat(32))}`),
      control: env.DB,
    });
  await publish("a");
  await env.DB.prepare("UPDATE clients SET direct_config_stale = 0").run();
  await publish("a");
  expect(await stale()).toEqual([]);
  // Whatever stops it in between, the next minute does it again.
  const broken = failing(env.KV, ["put"]);
  await expect(publish("b", broken)).rejects.toThrow();
  expect(await stale()).toEqual([withSecret.clientId]);
  expect([await publish("b"), await publish("b")]).toEqual([1, 0]);
});
