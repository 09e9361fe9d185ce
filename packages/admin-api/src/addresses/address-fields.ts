import { z } from "@hono/zod-openapi";
import { canonicalCidr } from "@leadrelay/core/ip-lists/canonical-cidr";
import { clientParams } from "../clients/client-schema.ts";
import { apiProblem } from "../problems/api-problem.ts";

/** An address or network as an operator types it; read as the lists store it. */
const cidr = z
  .string()
  .max(100)
  .transform((text, context) => {
    const read = canonicalCidr(text);
    if (read.ok) return read.cidr;
    context.addIssue({ code: "custom", message: read.error });
    return z.NEVER;
  })
  .openapi({
    description: "An address, or a network: IPv4 /8 to /32, IPv6 /16 to /64 in steps of 4, or /128.",
    example: "203.0.113.0/24",
  });

const expiresAt = z
  .int()
  .nullable()
  .default(null)
  .openapi({ description: "Until when it counts, milliseconds UTC; null: until it is removed." });

export const freeText = z.string().trim().max(500).nullable().default(null);

/** What every entry of a list is given. */
export const addressFields = { cidr, expires_at: expiresAt };

/** What an address in a path is asked for by; its slash is written %2F. */
export const addressParams = clientParams.extend({ cidr });

/** Throws the 422 of an entry that would never count. */
export function requireFuture(expires: number | null, nowMs: number): void {
  if (expires === null || expires > nowMs) return;
  const detail = "should lie in the future, in milliseconds UTC";
  throw apiProblem("invalid", `expires_at ${detail}.`, {
    errors: [{ field: "expires_at", detail }],
  });
}
