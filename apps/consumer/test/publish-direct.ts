import type { EventType } from "@leadrelay/contracts/event-type";
import { env } from "cloudflare:test";
import type { Dependencies } from "../src/dependencies.ts";
import { writeDirectConfig } from "../src/outage/direct-config-store.ts";
import type { Tenant } from "./tenant.ts";

/** Puts where it can be read while D1 is away what a tenant's leads need then; `hosts` are its hooks', one unless said otherwise. */
export async function publishDirect(
  tenant: Tenant,
  dependencies: Pick<Dependencies, "sealer">,
  given: {
    takesTest?: boolean;
    blocked?: string;
    internal?: string;
    hosts?: readonly string[];
    sendAttribution?: boolean;
    /** Of each; without, a configuration of before they were told. */
    eventTypes?: EventType[];
    shapeJson?: string | null;
  } = {},
) {
  await writeDirectConfig(env.KV, await dependencies.sealer(), {
    v: 1,
    client_id: tenant.clientId,
    test_strings: ["do not call"],
    blocked: given.blocked === undefined ? [] : [{ cidr: given.blocked, expires_at: null }],
    allowed:
      given.internal === undefined ? [] : [{ cidr: given.internal, expires_at: null, usage: "internal" }],
    destinations: (given.hosts ?? ["hook.example.com"]).map((host, index) => ({
      id: index === 0 ? tenant.destinationId : `${tenant.destinationId}_${index}`,
      kind: "make",
      settings: {
        url: `https://${host}/abc`,
        api_key: null,
        send_attribution: given.sendAttribution === true,
      },
      takes_test: given.takesTest ?? false,
      environments: ["development"],
      timeout_ms: null,
      ...(given.eventTypes === undefined ? {} : { event_types: given.eventTypes }),
      shape_json: given.shapeJson ?? null,
    })),
  });
}
