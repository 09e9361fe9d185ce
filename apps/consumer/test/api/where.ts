import { testNow } from "../deliver-messages.ts";
import { testApi } from "./admin-api.ts";

/** The API some seconds after what `deliverMessages` did. */
export const { call } = testApi({ now: () => testNow + 5_000 });

/** Asks where a lead is. */
export const where = (q: string, as: string) =>
  call("GET", `/api/where-is-my-lead?q=${encodeURIComponent(q)}`, { as });
