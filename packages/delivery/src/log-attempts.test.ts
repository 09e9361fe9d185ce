import { expect, test, vi } from "vitest";
import { logAttempts, type LoggedAttempt } from "./log-attempts.ts";

const tried = (
  public_id: string,
  destination_id: string,
  outcome: "delivered" | "retry",
  duration_ms: number,
): LoggedAttempt => ({
  delivery: { public_id },
  attempt: {
    lead_id: 1,
    event_id: "event",
    destination_id,
    client_id: "client",
    number: 1,
    outcome,
    status_code: outcome === "delivered" ? 200 : 500,
    error: outcome === "delivered" ? null : "HTTP 500: no room for asha@example.com",
    started_at: 1,
    duration_ms,
    status: outcome === "delivered" ? "delivered" : "pending",
    next_attempt_at: null,
    bucket: 0,
    dead_letter: null,
  },
});

test("tries that ended alike share a line that names each delivery, and nobody", () => {
  const log = vi.spyOn(console, "log").mockImplementation(() => {});
  logAttempts([
    tried("d1", "a", "delivered", 5),
    tried("d2", "b", "delivered", 6),
    tried("d3", "a", "retry", 7),
    tried("d4", "a", "delivered", 8),
  ]);
  const lines = log.mock.calls.map(([line]) => JSON.parse(String(line)) as Record<string, unknown>);
  log.mockRestore();
  const common = { event: "delivery.attempted", attempt: 1, error: null, next_attempt_at: null };
  const taken = { ...common, outcome: "delivered", status_code: 200 };
  expect(lines).toEqual([
    { ...taken, destination_id: "a", slowest_ms: 8, deliveries: 2, delivery_ids: "d1 d4" },
    { ...taken, destination_id: "b", slowest_ms: 6, deliveries: 1, delivery_ids: "d2" },
    {
      ...common,
      outcome: "retry",
      status_code: 500,
      destination_id: "a",
      slowest_ms: 7,
      deliveries: 1,
      delivery_ids: "d3",
    },
  ]);
});

test("a try without an answer says why, and when the next one is", () => {
  const log = vi.spyOn(console, "log").mockImplementation(() => {});
  const { delivery, attempt } = tried("d1", "a", "retry", 100);
  const unanswered = { status_code: null, error: "no answer within 100 ms", next_attempt_at: 1000 };
  logAttempts([{ delivery, attempt: { ...attempt, ...unanswered } }]);
  const line = JSON.parse(String(log.mock.calls[0]?.[0])) as Record<string, unknown>;
  log.mockRestore();
  expect(line).toMatchObject({
    error: "no answer within 100 ms",
    next_attempt_at: "1970-01-01T00:00:01.000Z",
  });
});

test.each([
  ["destination", { destination_id: "b" }],
  ["number", { number: 2 }],
  ["outcome", { outcome: "refused" }],
  ["status", { status_code: 503 }],
  ["error", { error: "HTTP 500: another" }],
] as const)("tries of another %s have a line of their own: %o", (_what, other) => {
  const log = vi.spyOn(console, "log").mockImplementation(() => {});
  const { delivery, attempt } = tried("d1", "a", "retry", 5);
  logAttempts([
    { delivery, attempt },
    { delivery, attempt: { ...attempt, ...other } },
  ]);
  const lines = log.mock.calls.length;
  log.mockRestore();
  expect(lines).toBe(2);
});

test("no tries are no line", () => {
  const log = vi.spyOn(console, "log").mockImplementation(() => {});
  logAttempts([]);
  const lines = log.mock.calls.length;
  log.mockRestore();
  expect(lines).toBe(0);
});

test("what only reads alike when it is put together has lines of its own", () => {
  const log = vi.spyOn(console, "log").mockImplementation(() => {});
  const [one, other] = [tried("d1", "a", "retry", 5), tried("d2", "a1", "retry", 5)];
  logAttempts([{ ...one, attempt: { ...one.attempt, number: 11 } }, other]);
  const lines = log.mock.calls.length;
  log.mockRestore();
  expect(lines).toBe(2);
});
