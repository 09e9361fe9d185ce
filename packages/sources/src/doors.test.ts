import { assert, asyncProperty, jsonValue, property, string } from "fast-check";
import { describe, expect, it } from "vitest";
import { requestOf } from "../test/sample.ts";
import { samples } from "../test/samples.ts";
import type { SourceDoor, SourceOutcome } from "./door.ts";
import { findDoor, sourceKinds } from "./doors.ts";
import { getGuide } from "./guides.ts";

const doorOf = (kind: string): SourceDoor<unknown> => {
  const door = findDoor(kind);
  if (door === undefined) throw new Error(`no door ${kind}`);
  return door;
};
const outcomes: Readonly<Record<string, SourceOutcome>> = {
  taken: { kind: "taken", results: [{ kind: "accepted", submissionId: "sub-1" }] },
  "refused leads": {
    kind: "taken",
    results: [{ kind: "refused", code: "no_contact", detail: "Needs a contact." }],
  },
  skipped: { kind: "skipped" },
  unverified: { kind: "refused", status: 401, code: "wrong_key", detail: "No." },
  again: { kind: "again", code: "paused", detail: "Later." },
  "too fast": { kind: "again", status: 429, code: "too_fast", detail: "Later." },
};

it("every kind has a sample", () => {
  expect(new Set(samples.map(({ kind }) => kind))).toEqual(new Set(sourceKinds));
});

describe.each(sourceKinds)("a %s source", (kind) => {
  const door = doorOf(kind);
  const sample = samples.find((one) => one.kind === kind);
  const settings = door.parseSettings(sample?.settings);

  it("says how it is set up, in sentences", () => {
    const { title, guide } = getGuide(kind);
    expect(title).not.toBe("");
    expect(guide.length).toBeGreaterThan(1);
    for (const step of guide) expect(step).toMatch(/\.$/);
  });

  it("takes its own example, and shows no secret", () => {
    const parsed = door.parseSettings(door.exampleSettings);
    const shown = JSON.stringify(door.showSettings(parsed));
    for (const secret of door.secretsOf(parsed)) expect(shown).not.toContain(secret);
  });

  it("makes secrets that it takes, another one each time", () => {
    const made = (fill: number) =>
      Object.fromEntries(
        Object.entries(door.makes).map(([name, make]) => [name, make(new Uint8Array(32).fill(fill))]),
      );
    expect(() => door.parseSettings({ ...sample?.settings, ...made(1) })).not.toThrow();
    for (const [name, value] of Object.entries(made(1))) expect(made(2)[name]).not.toBe(value);
  });

  it("tells whoever posts to try again by a 503 or a 429 only, and that all is well by a 2xx only", () => {
    const statuses = Object.entries(outcomes).map(([what, outcome]) => [
      what,
      door.answer(outcome, settings).status,
    ]);
    expect(Object.fromEntries(statuses)).toEqual({
      taken: expect.toSatisfy((status: number) => status >= 200 && status < 300) as number,
      skipped: expect.toSatisfy((status: number) => status >= 200 && status < 300) as number,
      "refused leads": 422,
      unverified: 401,
      again: 503,
      "too fast": 429,
    });
  });

  it("reads whatever is posted, or says that it cannot", () => {
    assert(
      property(jsonValue(), (value) => {
        const split = door.split(value, settings);
        expect(["items", "skipped", "unreadable"]).toContain(split.kind);
        if (split.kind === "items")
          for (const { fields } of split.items) expect(() => JSON.stringify(fields)).not.toThrow();
      }),
    );
  });

  it("lets nobody in for whatever they post, where it checks at all", async () => {
    if (sample === undefined || samples.every((one) => one.kind !== kind || one.forged.length === 0)) return;
    const checked = samples.find((one) => one.kind === kind && one.forged.length > 0) ?? sample;
    const strict = door.parseSettings(checked.settings);
    await assert(
      asyncProperty(string(), jsonValue(), async (body, value) => {
        const verified = await door.verify(requestOf({ headers: {}, body }), strict, {
          nowMs: checked.nowMs,
          value: () => value,
        });
        expect(verified.ok).toBe(false);
      }),
      { numRuns: 50 },
    );
  });
});

describe.each(samples)("$kind, $what", (sample) => {
  const door = doorOf(sample.kind);
  const settings = door.parseSettings(sample.settings);
  const path = sample.kind === "signed" ? "/v1/leads" : "/s/x";
  const verify = ({
    headers = sample.headers,
    body = sample.body,
    value = sample.value,
  }: {
    headers?: Readonly<Record<string, string>>;
    body?: string;
    value?: unknown;
  }) =>
    door.verify(requestOf({ headers, body }, path), settings, { nowMs: sample.nowMs, value: () => value });

  it("is let in", async () => {
    expect(await verify({})).toMatchObject({ ok: true });
  });

  it.each(sample.forged)("is refused with $what, by words that do not quote it", async (forged) => {
    const verified = await verify(forged);
    expect(verified).toMatchObject({ ok: false, status: 401 });
    if (!verified.ok) expect(verified.detail).not.toContain("0123456789");
  });

  it("is read", () => {
    const { key, fields, isTest = false } = sample;
    const split = door.split(sample.value, settings);
    expect(split.kind === "items" ? split.items.map((item) => ({ isTest: false, ...item })) : split).toEqual([
      { key, fields, isTest },
    ]);
  });

  it("is answered as its documentation asks", () => {
    expect(door.answer(outcomes["taken"] ?? { kind: "skipped" }, settings)).toEqual(sample.answer);
  });
});

describe("a signed request", () => {
  const door = doorOf("signed");
  it.each([
    ["several under leads", { leads: [{ email: "a@b.example" }, { email: "c@d.example" }] }, 2],
    ["a list", [{ email: "a@b.example" }], 1],
    ["one whose field is called leads", { leads: "many", email: "a@b.example" }, 1],
  ])("may hold %s", (_what, value, count) => {
    const found = door.split(value, {});
    expect(found.kind === "items" ? found.items.length : found).toBe(count);
  });
  it.each([
    ["no lead", { leads: [] }],
    ["nothing but what is no lead", ["x", {}]],
    ["nothing", null],
  ])("is refused with %s", (_what, value) => {
    expect(door.split(value, {})).toMatchObject({ kind: "unreadable" });
  });
});

it.each<[kind: string, value: unknown]>([
  ["signed", { leads: [{ email: "a@b.example" }, "x", {}, null, { email: "c@d.example" }] }],
  ["indiamart", { RESPONSE: [{ UNIQUE_QUERY_ID: 1 }, "x", {}, null, { UNIQUE_QUERY_ID: 2 }] }],
])("what is no lead in a list of %s costs none of those beside it", (kind, value) => {
  const found = doorOf(kind).split(value, {});
  expect(found.kind === "items" && found.items.map(({ problem }) => problem === undefined)).toEqual([
    true,
    false,
    false,
    false,
    true,
  ]);
});

it("what a seller bought from IndiaMART is no lead of theirs", () => {
  const value = { RESPONSE: { UNIQUE_QUERY_ID: "1", QUERY_TYPE: "BIZ", SENDER_MOBILE: "1" } };
  expect(doorOf("indiamart").split(value, {})).toMatchObject({ kind: "skipped" });
});

it("an invitee of Calendly's who cancels is no new lead", () => {
  const door = doorOf("generic");
  expect(
    door.split(
      { event: "invitee.canceled", payload: { uri: "x" } },
      door.parseSettings({ preset: "calendly" }),
    ),
  ).toMatchObject({ kind: "skipped" });
});

it("a key of Google's keeps all its digits", () => {
  const split = doorOf("google_ads").split({ lead_id: "12345678901234567890", user_column_data: [] }, {});
  expect(split).toMatchObject({ items: [{ key: "12345678901234567890" }] });
});

it("JustDial may wait for another word", () => {
  const door = doorOf("justdial");
  const settings = door.parseSettings({ answer: "RECEIVED" });
  expect(door.answer(outcomes["taken"] ?? { kind: "skipped" }, settings).body).toBe("RECEIVED");
});

it("a signing secret for a tool that signs nothing is refused", () => {
  expect(() => doorOf("generic").parseSettings({ preset: "jotform", signing_secret: "x" })).toThrow(
    "signing_secret",
  );
});
