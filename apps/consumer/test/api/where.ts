import { env } from "cloudflare:test";
import { testNow } from "../deliver-messages.ts";
import { testApi } from "./admin-api.ts";

/** The API some seconds after what `deliverMessages` did. */
export const { call } = testApi({ now: () => testNow + 5_000 });

/** Asks where a lead is. */
export const where = (q: string, as: string) =>
  call("GET", `/api/where-is-my-lead?q=${encodeURIComponent(q)}`, { as });

/** Leaves nothing of other tests in KV, which is looked through in part. */
export async function emptyKv(): Promise<void> {
  const { keys } = await env.KV.list();
  await Promise.all(keys.map(({ name }) => env.KV.delete(name)));
}
