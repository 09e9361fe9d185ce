import type { DirectConfig } from "@leadrelay/contracts/direct-config";
import { describe, expect, it } from "vitest";
import { sampleAttempt, sampleSubmission, type Posted } from "../../test/decide-samples.ts";
import { directDestinations } from "./direct-destinations.ts";

const nowMs = 1000;
const make: DirectConfig["destinations"][number] = {
  id: "make",
  kind: "make",
  settings: {},
  takes_test: false,
  environments: ["production"],
  timeout_ms: null,
};
const config: DirectConfig = {
  v: 1,
  client_id: "client",
  test_strings: [],
  blocked: [],
  allowed: [],
  destinations: [make],
};
const home = { ip: "203.0.113.7" };
const listed = { cidr: "203.0.113.0/24", expires_at: null };

function where(post: Posted, given: Partial<DirectConfig> = {}) {
  const now = { environment: "production", nowMs, kinds: new Set(["make", "sheet"]) } as const;
  const found = directDestinations(sampleSubmission(post), { ...config, ...given }, now);
  return { to: found.destinations.map(({ id }) => id), isTest: found.isTest, allowed: found.allowed };
}
const to = (id: string, given: object = {}) => ({ destinations: [{ ...make, id, ...given }] });
const failed = (times: number) =>
  Array.from({ length: times }, (_, index) => sampleAttempt({ number: index + 1, outcome: "retry" }));

describe("while D1 is down a lead goes", () => {
  it.each<[string, Posted, Partial<DirectConfig>, string[]]>([
    ["to its client's Make scenario", {}, {}, ["make"]],
    ["to each of them", {}, { destinations: [make, { ...make, id: "second" }] }, ["make", "second"]],
    [
      "to each kind that hears of leads before they are stored",
      {},
      to("sheet", { kind: "sheet" }),
      ["sheet"],
    ],
    ["to no other kind of destination", {}, to("slack", { kind: "slack" }), []],
    ["to none that is for another environment", {}, to("dev", { environments: ["development"] }), []],
    ["to one that is for both", {}, to("both", { environments: ["development", "production"] }), ["both"]],
    ["nowhere from a blocked address", home, { blocked: [listed] }, []],
    [
      "on from an address that was blocked until now",
      home,
      { blocked: [{ ...listed, expires_at: nowMs }] },
      ["make"],
    ],
    [
      "on from an address that is not in the blocked network",
      { ip: "198.51.100.1" },
      { blocked: [listed] },
      ["make"],
    ],
    ["on where it has no address", {}, { blocked: [listed] }, ["make"]],
    ["on from an internal address", home, { allowed: [{ ...listed, usage: "internal" }] }, ["make"]],
    ["nowhere as a test where none are taken", home, { allowed: [{ ...listed, usage: "testing" }] }, []],
    ["nowhere as a test by its words", { name: "QA" }, { test_strings: ["qa"] }, []],
    [
      "as a test where tests are taken",
      home,
      { ...to("qa", { takes_test: true }), allowed: [{ ...listed, usage: "testing" }] },
      ["qa"],
    ],
    ["live where tests are taken", {}, to("qa", { takes_test: true }), ["qa"]],
    ["again where it failed and another try may bring it", { direct: { make: failed(1) } }, {}, ["make"]],
    ["again for the ninth time", { direct: { make: failed(8) } }, {}, ["make"]],
    ["not for a tenth: one try is left for when D1 is back", { direct: { make: failed(9) } }, {}, []],
    ["not again where it arrived", { direct: { make: [...failed(1), sampleAttempt()] } }, {}, []],
    ["not again where it was refused", { direct: { make: [sampleAttempt({ outcome: "refused" })] } }, {}, []],
    [
      "not again where the webhook is gone",
      { direct: { make: [sampleAttempt({ outcome: "gone" })] } },
      {},
      [],
    ],
    [
      "where it was not sent yet, though it arrived elsewhere",
      { direct: { other: [sampleAttempt()] } },
      {},
      ["make"],
    ],
  ])("%s", (_, post, given, ids) => {
    expect(where(post, given).to).toEqual(ids);
  });

  it.each<[string, Posted, Partial<DirectConfig>, object]>([
    ["a live lead", {}, {}, { isTest: false, allowed: undefined }],
    [
      "a test from a test address",
      home,
      { allowed: [{ ...listed, usage: "testing" }] },
      { isTest: true, allowed: "testing" },
    ],
    ["a test by its words", { name: "QA" }, { test_strings: ["qa"] }, { isTest: true, allowed: undefined }],
    [
      "a colleague's live lead",
      home,
      { allowed: [{ ...listed, usage: "internal" }] },
      { isTest: false, allowed: "internal" },
    ],
    [
      "nothing, from a blocked address, whatever stands in it",
      { ...home, name: "QA" },
      { blocked: [listed], test_strings: ["qa"] },
      { isTest: false, allowed: undefined },
    ],
  ])("as %s", (_, post, given, expected) => {
    expect(where(post, given)).toMatchObject(expected);
  });
});

it("what a person released goes on though its address is blocked", () => {
  const now = { environment: "production", nowMs, kinds: new Set(["make"]) } as const;
  const released = { ...sampleSubmission(home), block_lifted: true };
  const { destinations } = directDestinations(released, { ...config, blocked: [listed] }, now);
  expect(destinations.map(({ id }) => id)).toEqual(["make"]);
});
