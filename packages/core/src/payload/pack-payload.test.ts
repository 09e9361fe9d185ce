import type { LeadAttribution } from "@leadrelay/contracts/attribution";
import type { LeadPayload } from "@leadrelay/contracts/lead-payload";
import { eventTypes } from "@leadrelay/contracts/event-type";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { anyAttribution } from "../../test/any-attribution.ts";
import { anyPayload } from "../../test/any-payload.ts";
import { attributionOf } from "../attribution/attribution-of.ts";
import { compactPayload } from "./compact-payload.ts";
import { packPayload } from "./pack-payload.ts";
import { readFrozen, readPayload } from "./read-payload.ts";
import { usualPayload, type PayloadPlace } from "./stored-payload.ts";

const place: PayloadPlace = { lead_id: 7, type: "lead.created", submission_public_id: "s" };
const payload = (given: Partial<LeadPayload> = {}): LeadPayload => ({ ...usualPayload(place), ...given });
const readText = (payload_json: string, at = place) => JSON.stringify(readPayload({ ...at, payload_json }));

/** Rows that exist are read by this layout for ever: a text here may be added, never changed. */
const layout: [string, LeadPayload, string][] = [
  ["the usual says nothing", payload(), "1[0]"],
  ["the first field is bit 0", payload({ first_name: "Asha" }), '1[1,"Asha"]'],
  ["the last field is bit 37", payload({ lead_submission_id: 9 }), "1[137438953472,9]"],
  ["the second e-mail is the first", payload({ email: "a@x.io", email1: "a@x.io" }), '1[4,"a@x.io"]'],
  ["unless it is not", payload({ email: "a@x.io", email1: null }), '1[12,"a@x.io",null]'],
  [
    "values stand in the order of fields",
    payload({ user_ip: "::1", country_code: "91" }),
    '1[536870928,"91","::1"]',
  ],
];

describe("a payload is stored without its names and without what nearly all say", () => {
  it.each(layout)("%s", (_, given, text) => {
    expect(packPayload(given, place)).toBe(text);
    expect(readText(text)).toBe(JSON.stringify(given));
  });

  it("a text that says nothing is a person of whom nobody said anything, who came for the first time", () => {
    const said = Object.entries(readPayload({ ...place, payload_json: "1[0]" })).filter(
      ([, value]) => value !== null,
    );
    expect(Object.fromEntries(said)).toEqual({
      engagement_score: 0,
      session_duration_seconds: 0,
      pages_visited: 0,
      return_visits: 0,
      suspicion_score: 0,
      suspicion_reasons: "",
      form_submit_count: 1,
      vpn_suspected: "no",
      is_duplicate: "no",
      is_bot_lead: "no",
      test_lead: "no",
      dev_environment: "no",
      lead_submission_public_id: "s",
      lead_id: 7,
    });
  });

  it("each field has a place of its own", () => {
    const names = Object.keys(payload()) as (keyof LeadPayload)[];
    expect(names).toHaveLength(38);
    for (const name of names) {
      const odd = { ...payload(), [name]: `odd ${name}` };
      expect(readText(packPayload(odd, place))).toBe(JSON.stringify(odd));
    }
  });

  it("of any event every byte comes back, and a rewrite of the older layout is the same text", () => {
    fc.assert(
      fc.property(anyPayload, fc.constantFrom(...eventTypes), (given, type) => {
        const at = { ...place, type };
        const text = packPayload(given, at);
        // JSON knows no -0: what was frozen is its text.
        expect(readText(text, at)).toBe(JSON.stringify(given));
        expect(compactPayload({ ...at, payload_json: JSON.stringify(given) })).toBe(text);
        expect(compactPayload({ ...at, payload_json: text })).toBe(text);
      }),
      { numRuns: 500 },
    );
  });

  it("of an event that is no first one is_duplicate is the usual", () => {
    expect(packPayload(payload({ is_duplicate: "yes" }), { ...place, type: "lead.updated" })).toBe("1[0]");
  });
});

describe("a payload of before", () => {
  const whole = JSON.stringify(payload({ first_name: "Asha" }));

  it("is read as it is", () => expect(readText(whole)).toBe(whole));

  it.each([
    ["it lacks a field", "{}"],
    ["it has one more", JSON.stringify({ ...payload(), fax: "1" })],
    [
      "its fields stand in another order",
      JSON.stringify(Object.fromEntries(Object.entries(payload()).toReversed())),
    ],
    ["its text stands elsewhere", "@88"],
    ["it is no JSON", "{"],
  ])("stays as it is where %s", (_, payload_json) =>
    expect(compactPayload({ ...place, payload_json })).toBe(payload_json),
  );

  it.each(['3[[1,"Asha"]]', '2[1,"Asha"]', "12[0]", "[1,0]", "@88", ""])(
    "stored as %s is not guessed at",
    (text) => {
      expect(() => readText(text)).toThrow("does not read payloads");
    },
  );

  it("that no version wrote is named by its first two letters, never by what it says of a person", () => {
    expect(() => readText('5{"name":"Asha"}')).toThrow("This version does not read payloads stored as 5{…");
  });

  it("of today is nothing that code of before takes for a payload", () => {
    expect(() => JSON.parse(packPayload(payload(), place)) as unknown).toThrow("JSON");
  });
});

describe("how the person came stands behind the payload", () => {
  const refered_by = "https://www.example.com/lake?utm_source=google";
  const byReferrer = attributionOf({}, { referrer: refered_by });
  const byField = attributionOf({ utm_source: "meta" }, { referrer: refered_by });
  /** As it was read while a page of the form's own host counted as a referrer. */
  const asBefore = { ...byReferrer, referrer: refered_by };
  const fieldAsBefore = { ...byField, referrer: refered_by };

  /** A text here may be added, never changed. */
  it.each<[string, LeadAttribution, string]>([
    ["what refered_by tells says nothing", { latest: asBefore, first: asBefore }, ""],
    ["what it does not tell is kept", { latest: fieldAsBefore, first: fieldAsBefore }, ',[4,"meta"]'],
    ["a first time that was another is kept", { latest: asBefore, first: fieldAsBefore }, ',[],[4,"meta"]'],
    ["and one that was not kept is null", { latest: fieldAsBefore, first: null }, ',[4,"meta"],null'],
    ["even beside what refered_by tells", { latest: asBefore, first: null }, ",[],null"],
    ["that refered_by is no referrer is told", { latest: byReferrer, first: byReferrer }, ",[16384]"],
    ["beside the rest", { latest: byField, first: byReferrer }, ',[16388,"meta"],[16384]'],
  ])("%s", (_, attribution, behind) => {
    const given = payload({ refered_by });
    const text = packPayload(given, place, attribution);
    expect(text).toBe(`2[[67108864,"${refered_by}"]${behind}]`);
    expect(readFrozen({ ...place, payload_json: text })).toEqual({ payload: given, attribution });
    expect(() => JSON.parse(text) as unknown).toThrow("JSON");
  });

  it("of any event all comes back, byte for byte", () => {
    fc.assert(
      fc.property(anyPayload, anyAttribution, fc.option(anyAttribution), (given, latest, first) => {
        const payload_json = packPayload(given, place, { latest, first });
        const read = readFrozen({ ...place, payload_json });
        expect(JSON.stringify(read.payload)).toBe(JSON.stringify(given));
        expect(read.attribution).toEqual({ latest, first });
        expect(compactPayload({ ...place, payload_json })).toBe(payload_json);
      }),
      { numRuns: 300 },
    );
  });

  it("of before is not kept", () => {
    const notKept = { first: null, latest: null };
    for (const payload_json of [packPayload(payload(), place), JSON.stringify(payload())])
      expect(readFrozen({ ...place, payload_json }).attribution).toEqual(notKept);
    expect(packPayload(payload(), place, notKept)).toBe("1[0]");
  });
});
