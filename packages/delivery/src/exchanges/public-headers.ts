/** Headers of ours that say nothing that could be used: all others are shown by their names. */
export const publicRequestHeaders: ReadonlySet<string> = new Set([
  "accept",
  "content-type",
  "idempotency-key",
  "user-agent",
  "version",
  "webhook-id",
  "webhook-timestamp",
]);

const ofUse = new Set([
  "content-type",
  "cf-ray",
  "location",
  "request-id",
  "retry-after",
  "traceparent",
  "x-correlation-id",
  "x-request-id",
  "x-trace-id",
]);

/** Headers of an answer that people go by, or name to the receiver's support. */
export const isPublicAnswerHeader = (name: string): boolean =>
  ofUse.has(name) || /^(x-)?rate-?limit/.test(name);
