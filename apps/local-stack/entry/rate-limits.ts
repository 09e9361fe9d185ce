/** A wrangler file's limiters by binding: at most `limit` in each `period` (seconds, 60 if not given) for one key. */
export type RateLimits = Record<string, { limit: number; period?: number | undefined }>;

/** Cloudflare's limiter, which counts on the machine that runs the Worker, played in this isolate's memory. */
export const rateLimiters = (limits: RateLimits = {}): Record<string, RateLimit> =>
  Object.fromEntries(
    Object.entries(limits).map(([binding, { limit, period = 60 }]) => [
      binding,
      countInMemory(limit, period * 1_000),
    ]),
  );

function countInMemory(limit: number, periodMs: number): RateLimit {
  const counts = new Map<string, number>();
  let countedPeriod = 0;
  return {
    async limit({ key }) {
      const period = Math.floor(Date.now() / periodMs);
      if (period !== countedPeriod) counts.clear();
      countedPeriod = period;
      const count = (counts.get(key) ?? 0) + 1;
      counts.set(key, count);
      return { success: count <= limit };
    },
  };
}
