import type { z } from "@hono/zod-openapi";
import type { ClientDetails } from "@leadrelay/db/clients/clients-by-ids";
import { publishedOf } from "../publishing/published.ts";
import type { clientSchema } from "./client-schema.ts";

/** A client as its reader may see it. */
export function clientAnswer(client: ClientDetails, masked: boolean): z.output<typeof clientSchema> {
  const { direct_config_stale, ...shown } = client;
  return {
    ...shown,
    // Often a colleague's address or number.
    test_strings: masked ? null : shown.test_strings,
    direct_config: publishedOf(client, direct_config_stale),
  };
}

/** The answer to a change of a client, before and after its direct configuration was published. */
export function changedClient(client: ClientDetails, masked: boolean, headers: Record<string, string> = {}) {
  const answer = (direct_config_stale: boolean) => ({
    body: clientAnswer({ ...client, direct_config_stale }, masked),
    version: client.updated_at,
    headers,
  });
  return { waiting: answer(true), published: answer(false) };
}
