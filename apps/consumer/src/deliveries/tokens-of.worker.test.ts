import { findToken, sealedTokenAt } from "@leadrelay/db/destination-tokens/destination-token";
import { runOne } from "@leadrelay/db/run-batch";
import { pipelineScope } from "@leadrelay/db/scope";
import { tokensOf } from "@leadrelay/delivery/tokens-of";
import { createSealer } from "@leadrelay/signing/seal";
import { applyD1Migrations, env } from "cloudflare:test";
import { beforeAll, describe, expect, it } from "vitest";
import { failing } from "../../test/failing.ts";
import { placeRow } from "../../test/place-row.ts";
import { rows } from "../../test/tenant.ts";

beforeAll(() => applyD1Migrations(env.DB, env.TEST_MIGRATIONS));

const sealer = await createSealer(`k1:${btoa(String.fromCharCode(...new Uint8Array(32).fill(7)))}`);
const hourMs = 3_600_000;

/** A destination of its own, whose settings are sealed so. */
const destinationOf = (sealed_settings = `v1.k1.nonce.${crypto.randomUUID()}`) => ({
  id: `dst_${crypto.randomUUID()}`,
  client_id: "cli_tokens",
  sealed_settings,
});
const storeOf = (destination: ReturnType<typeof destinationOf>, nowMs = 0, control: D1Database = env.DB) =>
  tokensOf(destination, { control, sealer: async () => sealer, now: () => nowMs });

/** As another isolate would have kept it. */
async function keptElsewhere(
  destination: ReturnType<typeof destinationOf>,
  value: string,
  expires_at: number,
) {
  const { id, client_id, sealed_settings } = destination;
  await placeRow("destination_tokens", {
    destination_id: id,
    client_id,
    sealed_token: await sealer.seal(value, sealedTokenAt(id)),
    settings_mark: sealed_settings.slice(-22),
    expires_at,
  });
}

describe("a destination's token", () => {
  it("is none before one was got", async () => {
    expect(await storeOf(destinationOf()).find()).toBeNull();
  });

  it("is found again, and lies sealed in D1", async () => {
    const destination = destinationOf();
    await storeOf(destination).keep({ value: "let-me-in", expiresInMs: hourMs });
    expect(await storeOf(destination).find()).toBe("let-me-in");
    const [row] = await rows<{ sealed_token: string; expires_at: number }>(
      "SELECT * FROM destination_tokens WHERE destination_id = ?",
      destination.id,
    );
    expect(row?.expires_at).toBe(hourMs);
    expect(JSON.stringify(row)).not.toContain("let-me-in");
    expect(await sealer.open(row?.sealed_token ?? "", sealedTokenAt(destination.id))).toBe("let-me-in");
  });

  it("is found by an isolate that did not get it", async () => {
    const destination = destinationOf();
    await keptElsewhere(destination, "theirs", hourMs);
    expect(await storeOf(destination).find()).toBe("theirs");
  });

  it.each([
    ["has two minutes left or less", hourMs - 120_000, null],
    ["is good for longer", hourMs - 120_001, "short"],
  ])("that %s is taken or not", async (_what, nowMs, found) => {
    const [here, there] = [destinationOf(), destinationOf()];
    await storeOf(here).keep({ value: "short", expiresInMs: hourMs });
    expect(await storeOf(here, nowMs).find()).toBe(found);
    await keptElsewhere(there, "short", hourMs);
    expect(await storeOf(there, nowMs).find()).toBe(found);
  });

  it("is another one for other settings", async () => {
    const destination = destinationOf();
    await storeOf(destination).keep({ value: "old", expiresInMs: hourMs });
    const changed = { ...destination, sealed_settings: `v1.k1.nonce.${crypto.randomUUID()}` };
    expect(await storeOf(changed).find()).toBeNull();
  });

  it("that was refused is forgotten, here and in D1, unless another came meanwhile", async () => {
    const destination = destinationOf();
    await storeOf(destination).keep({ value: "stale", expiresInMs: hourMs });
    await storeOf(destination).forget();
    expect(await storeOf(destination).find()).toBeNull();
    await storeOf(destination).keep({ value: "stale", expiresInMs: hourMs });
    const other = await sealer.seal("fresh", sealedTokenAt(destination.id));
    await env.DB.prepare("UPDATE destination_tokens SET sealed_token = ? WHERE destination_id = ?")
      .bind(other, destination.id)
      .run();
    await storeOf(destination).forget();
    expect(await storeOf(destination).find()).toBe("fresh");
  });

  it("costs another where D1 is away, and never the try", async () => {
    const destination = destinationOf();
    const away = failing(env.DB, ["batch"]);
    expect(await storeOf(destination, 0, away).find()).toBeNull();
    await storeOf(destination, 0, away).keep({ value: "here", expiresInMs: hourMs });
    expect(await storeOf(destination, 0, away).find()).toBe("here");
  });

  it("is one row read", async () => {
    const destination = destinationOf();
    await keptElsewhere(destination, "theirs", hourMs);
    const asked = { settingsMark: destination.sealed_settings.slice(-22), goodUntil: 0 };
    const { query } = findToken(pipelineScope, destination.id, asked);
    const { meta } = await env.DB.prepare(query.sql)
      .bind(...query.parameters)
      .run();
    expect(meta.rows_read).toBe(1);
    expect(await runOne(env.DB, findToken(pipelineScope, destination.id, asked))).toMatchObject({
      expires_at: hourMs,
    });
  });
});
