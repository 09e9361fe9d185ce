import * as z from "zod/mini";
import { environmentSchema } from "./environment.ts";
import { eventTypes } from "./event-type.ts";
import { routeModes } from "./route-mode.ts";
import { networkUsages } from "./network-usage.ts";

const formPolicy = z.object({
  id: z.string(),
  duplicate_window_minutes: z.nullable(z.number()),
  reengage_hours: z.nullable(z.number()),
  reengage_basis: z.enum(["last_submission", "last_send"]),
  identity_guard: z.nullable(z.boolean()),
});

const ipRule = z.object({ cidr: z.string(), expires_at: z.nullable(z.int()) });

/**
 * What it has in it, counted up with every field that is added: a configuration that was published with fewer is published anew.
 * 2: the destinations' events. 3: their shapes. 4: their places in routes. 5: the next
 * secrets of callbacks, in the snapshot that is published with it.
 */
export const directConfigFormat = 5;

/**
 * What the consumer needs to send a client's leads while D1 cannot be read, in KV under `config:direct:{client}`.
 * Stored sealed as a whole; a destination's `settings` are plain inside.
 */
export const directConfigSchema = z.object({
  v: z.literal(1),
  client_id: z.string(),
  test_strings: z.array(z.string()),
  blocked: z.array(ipRule),
  allowed: z.array(z.extend(ipRule, { usage: z.enum(networkUsages) })),
  /** Forms that decide otherwise than the installation. Absent in configurations of before they were told. */
  forms: z.optional(z.array(formPolicy)),
  destinations: z.array(
    z.object({
      id: z.string(),
      kind: z.string(),
      settings: z.record(z.string(), z.unknown()),
      takes_test: z.boolean(),
      environments: z.array(environmentSchema),
      timeout_ms: z.nullable(z.int()),
      /** Absent in configurations of before it was told: new leads and those who return. */
      event_types: z.optional(z.array(z.enum(eventTypes))),
      /** As it is stored; absent in configurations of before it was told, and where there is none. */
      shape_json: z.optional(z.nullable(z.string())),
      /** Its place in a route; absent in configurations of before it was told. */
      route: z.optional(
        z.nullable(
          z.object({
            route_id: z.string(),
            mode: z.enum(routeModes),
            counted_from: z.int(),
            position: z.int(),
            weight: z.number(),
            conditions: z.nullable(z.record(z.string(), z.unknown())),
            overflow_minutes: z.nullable(z.int()),
          }),
        ),
      ),
    }),
  ),
});
export type DirectConfig = z.infer<typeof directConfigSchema>;
