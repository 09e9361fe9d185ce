import { env, reset } from "cloudflare:test";
import { beforeAll } from "vitest";

/** Files share a Worker, whose modules take seconds to load; what one of them stored is gone when the next begins. */
beforeAll(async () => {
  // Storage that was not asked for ten seconds is put to sleep, and a reset passes over what sleeps.
  await Promise.all([env.DB.exec("SELECT 1"), env.KV.get("anything")]);
  await reset();
});
