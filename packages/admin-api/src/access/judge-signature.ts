import { carriesSignature } from "@leadrelay/signing/request-signature/signature-headers";
import type { MiddlewareHandler } from "hono";
import type { AdminDependencies } from "../dependencies.ts";
import { apiProblem } from "../problems/api-problem.ts";
import type { AppEnv } from "./app-env.ts";
import { findMachine } from "./find-machine.ts";

/**
 * Before anything is routed: a request with any signature header is its key's or nobody's, whatever cookie comes with it. Its
 * address is taken as it was sent, because that is what was signed and what is routed.
 */
export function judgeSignature(
  dependencies: AdminDependencies,
  isReading: (request: { method: string; url: string }) => boolean,
): MiddlewareHandler<AppEnv> {
  return async function judgeTheSignature(c, next) {
    const { method, url, headers } = c.req.raw;
    if (carriesSignature(headers)) {
      const body = () => c.req.arrayBuffer();
      c.set(
        "machine",
        await findMachine({ method, url, headers, body }, isReading({ method, url }), dependencies),
      );
    }
    await next();
  };
}

/** Signing in is for people: what a machine sends there, with or without a cookie, is nobody's session. */
export const refuseMachines: MiddlewareHandler<AppEnv> = async function refuseTheMachine(c, next) {
  if (c.get("machine") !== undefined)
    throw apiProblem("not-permitted", "An access key does not sign in: it signs each request.");
  await next();
};
