import { bodyLimit } from "hono/body-limit";
import type { MiddlewareHandler } from "hono";
import { apiProblem } from "../problems/api-problem.ts";
import type { AppEnv } from "../access/app-env.ts";

const longestBodyBytes = 256 * 1024;

/** Nothing longer is read. A read with a body of unknown length is refused: it could not be handed on, and means nothing. */
export function limitBody(): MiddlewareHandler<AppEnv> {
  const limit = bodyLimit({
    maxSize: longestBodyBytes,
    onError: () => {
      throw apiProblem("too-large", `At most ${longestBodyBytes / 1024} KB at once.`);
    },
  });
  return async function limitTheBody(c, next) {
    const { method, body, headers } = c.req.raw;
    const isRead = method === "GET" || method === "HEAD";
    const hasLength = headers.has("content-length") && !headers.has("transfer-encoding");
    if (isRead && body !== null && !hasLength)
      throw apiProblem("malformed-request", `Send no body with ${method}.`);
    return limit(c, next);
  };
}
