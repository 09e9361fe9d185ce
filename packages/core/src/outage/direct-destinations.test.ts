import type { DirectConfig } from "@leadrelay/contracts/direct-config";
import { describe, expect, it, test } from "vitest";
import { sampleSubmission } from "../../test/decide-samples.ts";
import { directDestinations } from "./direct-destinations.ts";

const nowMs = 1_000;
const ip = "203.0.113.7";
const submission = sampleSubmission({ id: "sub", receivedAt: 1, ip, email: "jane@example.com" });
const destination: DirectConfig["destinations"][number] = {
  id: "hook",
  kind: "hook",
  settings: {},
  takes_test: false,
  environments: ["production"],
  timeout_ms: null,
};
const config: DirectConfig = {
  v: 1,
  client_id: "client",
  test_strings: ["jane@"],
  blocked: [],
  allowed: [],
  destinations: [destination],
};
const ordinary: DirectConfig = { ...config, test_strings: [] };

const chosen = (given: Partial<DirectConfig>, direct: typeof submission.direct = {}) =>
  directDestinations(
    { ...submission, direct },
    { ...ordinary, ...given },
    { environment: "production", nowMs, kinds: new Set(["hook"]) },
  );
const idsOf = (...given: Parameters<typeof chosen>) => chosen(...given).destinations.map(({ id }) => id);

describe("while D1 is away a lead goes", () => {
  it("to destinations of the kinds that can do without it, and to no other", () => {
    const others = ["sheet", "make", ""].map((kind) => ({ ...destination, id: kind, kind }));
    expect(idsOf({ destinations: [...others, destination] })).toEqual(["hook"]);
  });

  it("to those that receive from this environment", () => {
    const elsewhere = { ...destination, id: "dev", environments: ["development" as const] };
    expect(idsOf({ destinations: [elsewhere, destination] })).toEqual(["hook"]);
  });

  it("nowhere from a blocked network, and again when the block has ended", () => {
    expect(idsOf({ blocked: [{ cidr: `${ip}/32`, expires_at: nowMs + 1 }] })).toEqual([]);
    expect(idsOf({ blocked: [{ cidr: `${ip}/32`, expires_at: nowMs - 1 }] })).toEqual(["hook"]);
  });

  it("as a test only to those that take tests", () => {
    const takesTest = { ...destination, id: "qa", takes_test: true };
    const destinations = [destination, takesTest];
    const byWord = chosen({ test_strings: config.test_strings, destinations });
    const byAddress = chosen({
      allowed: [{ cidr: `${ip}/32`, expires_at: null, usage: "testing" }],
      destinations,
    });
    expect([byWord, byAddress]).toMatchObject([
      { isTest: true, allowed: undefined, destinations: [{ id: "qa" }] },
      { isTest: true, allowed: "testing", destinations: [{ id: "qa" }] },
    ]);
  });

  it("from an address of the client's own as any other lead", () => {
    const internal = chosen({ allowed: [{ cidr: `${ip}/32`, expires_at: null, usage: "internal" }] });
    expect(internal).toEqual({ isTest: false, allowed: "internal", destinations: [destination] });
  });
});

const tries = (count: number, last: "delivered" | "retry" | "refused" | "gone") =>
  Array.from({ length: count }, (_, index) => ({
    number: index + 1,
    outcome: index === count - 1 ? last : ("retry" as const),
    status_code: null,
    error: null,
    started_at: 1,
    duration_ms: 1,
  }));

test.each([
  ["was sent nowhere yet", []],
  ["failed in a way that may pass", tries(1, "retry")],
  ["failed eight times", tries(8, "retry")],
])("a lead that %s is sent", (_what, direct) => {
  expect(idsOf({}, { hook: direct })).toEqual(["hook"]);
});

test.each([
  ["failed nine times, so that one try is left when D1 is back", tries(9, "retry")],
  ["arrived", tries(2, "delivered")],
  ["was refused", tries(1, "refused")],
  ["found nobody there any more", tries(1, "gone")],
])("a lead that %s waits for D1", (_what, direct) => {
  expect(idsOf({}, { hook: direct })).toEqual([]);
});
