import { rateLimiters, type RateLimits } from "../../entry/rate-limits.ts";

interface Limited {
  LOCAL_RATE_LIMITS?: RateLimits;
  [binding: string]: unknown;
}

/** The Worker as it is, with the wrangler file's rate limiters played as the local stack plays them. */
export function wrapWorker(worker: ExportedHandler<Limited>): ExportedHandler<Limited> {
  let given: Limited | undefined;
  return {
    async fetch(request, env, context) {
      if (worker.fetch === undefined) throw new Error("This Worker has no fetch handler");
      given ??= { ...env, ...rateLimiters(env.LOCAL_RATE_LIMITS) };
      return worker.fetch(request, given, context);
    },
  };
}
