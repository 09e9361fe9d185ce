import type { MiddlewareHandler } from "hono";
import type { AppEnv } from "../access/app-env.ts";

/** Gives each request the id it came with, if that is one, or a new one, and returns it. Answers are never cached by others. */
export function nameRequest(newId: () => string): MiddlewareHandler<AppEnv> {
  return async function nameTheRequest(c, next) {
    const given = c.req.header("x-request-id");
    const requestId = given !== undefined && /^[A-Za-z0-9_.:-]{1,100}$/.test(given) ? given : newId();
    c.set("requestId", requestId);
    await next();
    c.res.headers.set("x-request-id", requestId);
    if (!c.res.headers.has("cache-control")) c.res.headers.set("cache-control", "no-store");
  };
}
