import type { DirectConfig } from "@leadrelay/contracts/direct-config";
import { kvKeys } from "@leadrelay/contracts/kv-keys";
import { env } from "cloudflare:test";
import { describe, expect, it } from "vitest";
import { dependenciesOf } from "../dependencies.ts";
import { readDirectConfig, withdrawDirectConfig, writeDirectConfig } from "./direct-config-store.ts";

const sampleConfig = (client_id: string): DirectConfig => ({
  v: 1,
  client_id,
  test_strings: ["qa"],
  blocked: [{ cidr: "203.0.113.0/24", expires_at: null }],
  allowed: [{ cidr: "198.51.100.7/32", expires_at: 5, usage: "testing" }],
  destinations: [
    {
      id: "dst",
      kind: "make",
      settings: { url: "https://hook.example/secret" },
      takes_test: false,
      environments: ["production"],
      timeout_ms: null,
    },
  ],
});

describe("a client's direct configuration", () => {
  it("is read as it was written, and lies sealed in KV", async () => {
    const sealer = await dependenciesOf(env).sealer();
    const config = sampleConfig(crypto.randomUUID());
    await writeDirectConfig(env.KV, sealer, config);
    expect(await readDirectConfig(env.KV, sealer, config.client_id)).toEqual(config);
    expect(await env.KV.get(kvKeys.direct(config.client_id))).not.toContain("secret");
  });

  it("is not there before it is published, nor after it is withdrawn", async () => {
    const sealer = await dependenciesOf(env).sealer();
    const config = sampleConfig(crypto.randomUUID());
    expect(await readDirectConfig(env.KV, sealer, config.client_id)).toBeUndefined();
    await writeDirectConfig(env.KV, sealer, config);
    await withdrawDirectConfig(env.KV, config.client_id);
    expect(await readDirectConfig(env.KV, sealer, config.client_id)).toBeUndefined();
  });

  it("does not open as another client's", async () => {
    const sealer = await dependenciesOf(env).sealer();
    const config = sampleConfig(crypto.randomUUID());
    await writeDirectConfig(env.KV, sealer, config);
    const other = crypto.randomUUID();
    await env.KV.put(kvKeys.direct(other), (await env.KV.get(kvKeys.direct(config.client_id))) ?? "");
    await expect(readDirectConfig(env.KV, sealer, other)).rejects.toThrow();
  });
});
