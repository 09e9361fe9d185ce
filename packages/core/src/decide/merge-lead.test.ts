import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { sampleLead, sampleSubmission, type Posted } from "../../test/decide-samples.ts";
import { attributionOf } from "../attribution/attribution-of.ts";
import { packAttribution } from "../attribution/pack-attribution.ts";
import { parseAttribution } from "../attribution/parse-attribution.ts";
import type { KnownLead } from "./facts.ts";
import { mergeLead, newContact, newLead } from "./merge-lead.ts";

const details = {
  contact_name: "Asha",
  contact_email: "a@x.io",
  contact_phone: "+91-9876543210",
  visitor_id: "v1",
  user_agent: "firefox",
};
const known: KnownLead = {
  ...sampleLead,
  ...details,
  suspicion_score: 10,
  submission_count: 2,
  first_submitted_at: 1000,
  last_submitted_at: 5000,
};
const merge = (post: Posted, lead: Partial<KnownLead> = {}, suspicionScore = 0) =>
  mergeLead({ ...known, ...lead }, sampleSubmission({ receivedAt: 9000, ...post }), suspicionScore);

describe("a new lead", () => {
  const post: Posted = {
    receivedAt: 9000,
    name: "Asha",
    email: "A@x.io",
    phone: "+91 98765 43210",
    visitor_id: "v1",
    project: " Tower ",
    userAgent: "firefox",
  };
  const made = (given: Posted = post) =>
    newLead(sampleSubmission(given), { id: 3, public_id: "p" }, { isTest: true, suspicionScore: 40 });

  it("is what its first submission says, sent nowhere yet", () => {
    expect(made()).toEqual({
      id: 3,
      public_id: "p",
      client_id: "client",
      form_id: "form",
      is_test: true,
      project: " Tower ",
      project_key: "tower",
      contact_name: "Asha",
      contact_email: "A@x.io",
      contact_phone: "+91-9876543210",
      visitor_id: "v1",
      user_agent: "firefox",
      submission_count: 1,
      suspicion_score: 40,
      first_submitted_at: 9000,
      last_submitted_at: 9000,
      last_sent_at: null,
      first_attribution_json: "[]",
      latest_attribution_json: "[]",
      went_out: false,
    });
  });

  it("has nothing where nothing was given", () => {
    expect(made({ email: "a@x.io" })).toMatchObject({
      project: null,
      project_key: "",
      contact_name: null,
      contact_phone: null,
      visitor_id: null,
      user_agent: null,
    });
  });

  it("keeps a phone number that cannot be read as it was typed", () => {
    expect(made({ phone: "12345" }).contact_phone).toBe("12345");
  });

  it("has no browser id where the page's script wrote a word in its place", () => {
    expect(made({ email: "a@x.io", visitor_id: "undefined" }).visitor_id).toBeNull();
  });
});

describe("one more submission of a lead", () => {
  it.each<[string, Posted, Partial<typeof details>]>([
    ["a corrected name is taken", { name: "Asha Rao" }, { contact_name: "Asha Rao" }],
    ["a new e-mail address is taken", { email: "b@x.io" }, { contact_email: "b@x.io" }],
    ["a new phone number is taken", { phone: "+91 91234 56780" }, { contact_phone: "+91-9123456780" }],
    [
      "a new browser is taken",
      { visitor_id: "v2", userAgent: "chrome" },
      { visitor_id: "v2", user_agent: "chrome" },
    ],
    ["what it does not say stays", {}, {}],
    ["a word that is no e-mail address does not take a good one's place", { email: "nonsense" }, {}],
    ["a number that cannot be read does not take a good one's place", { phone: "12" }, {}],
    ["a word in place of the browser id does not take a good one's place", { visitor_id: "null" }, {}],
    [
      "one received in the same millisecond counts as later",
      { receivedAt: 5000, name: "B" },
      { contact_name: "B" },
    ],
  ])("%s", (_, post, expected) => {
    expect(merge(post)).toMatchObject({ ...details, ...expected });
  });

  it("a word that is no e-mail address and a number that cannot be read fill gaps, because a person may read them", () => {
    const gaps = { contact_email: null, contact_phone: null };
    expect(merge({ email: "nonsense", phone: "12" }, gaps)).toMatchObject({
      contact_email: "nonsense",
      contact_phone: "12",
    });
  });

  it("a good e-mail address and phone number replace what could not be read", () => {
    const poor = { contact_email: "none", contact_phone: "12" };
    expect(merge({ email: "a@x.io", phone: "+91 9876543210" }, poor)).toMatchObject({
      contact_email: "a@x.io",
      contact_phone: "+91-9876543210",
    });
  });

  it("is counted, and is the last one", () => {
    expect(merge({ receivedAt: 9000 })).toMatchObject({
      submission_count: 3,
      first_submitted_at: 1000,
      last_submitted_at: 9000,
    });
  });

  it("is as suspicious as the newest one is", () => {
    expect(merge({}, {}, 40).suspicion_score).toBe(40);
    expect(merge({}, {}, 0).suspicion_score).toBe(0);
  });

  it("leaves everything else of the lead as it was", () => {
    const { id, public_id, client_id, form_id, is_test, project_key, last_sent_at, went_out } = known;
    const same = { id, public_id, client_id, form_id, is_test, project_key, last_sent_at, went_out };
    expect(merge({ form: "other", project: "other" })).toMatchObject(same);
  });
});

describe("a word that an earlier version kept in place of the browser id", () => {
  it.each<[string, Posted, string | null]>([
    ["is forgotten with the next submission", {}, null],
    ["gives way to a browser id", { visitor_id: "v2" }, "v2"],
    ["gives way to one that arrives late", { visitor_id: "v2", receivedAt: 4999 }, "v2"],
  ])("%s", (_, post, visitor_id) => {
    expect(merge(post, { visitor_id: "[object Object]" }).visitor_id).toBe(visitor_id);
  });
});

describe("a submission that arrives late", () => {
  const late: Posted = {
    receivedAt: 4999,
    name: "Old",
    email: "old@x.io",
    phone: "+91 77777 77777",
    visitor_id: "v0",
    userAgent: "safari",
  };

  it("does not overwrite newer contact details", () => {
    expect(merge(late)).toMatchObject(details);
  });

  it("fills the gaps of a lead", () => {
    const nothing = {
      contact_name: null,
      contact_email: null,
      contact_phone: null,
      visitor_id: null,
      user_agent: null,
    };
    expect(merge(late, nothing)).toMatchObject({
      contact_name: "Old",
      contact_email: "old@x.io",
      contact_phone: "+91-7777777777",
      visitor_id: "v0",
      user_agent: "safari",
    });
  });

  it("does not make the lead as suspicious as it was itself", () => {
    expect(merge(late, {}, 40).suspicion_score).toBe(10);
  });

  it("is counted, but is not the last one", () => {
    expect(merge(late)).toMatchObject({
      submission_count: 3,
      last_submitted_at: 5000,
      first_submitted_at: 1000,
    });
  });

  it("can turn out to have been the first", () => {
    expect(merge({ ...late, receivedAt: 500 })).toMatchObject({
      first_submitted_at: 500,
      last_submitted_at: 5000,
    });
  });
});

describe("what a repeat tells that is new", () => {
  const added = (post: Posted, lead: Partial<KnownLead> = {}, under: readonly string[] = []) =>
    newContact({ ...known, ...lead }, sampleSubmission(post), (kind) => under.includes(kind));
  const none = { contact_email: null, contact_phone: null };

  it.each<[string, Posted, Partial<KnownLead>, string[]]>([
    ["another e-mail address", { email: "b@x.io" }, {}, ["email"]],
    ["another phone number", { phone: "+91 91234 56780" }, {}, ["phone"]],
    ["both", { email: "b@x.io", phone: "+91 91234 56780" }, {}, ["email", "phone"]],
    ["an e-mail address where there was none", { email: "a@x.io" }, none, ["email"]],
    ["a phone number where there was none", { phone: "+91 98765 43210" }, none, ["phone"]],
    ["a number that cannot be read, where there was none", { phone: "12" }, none, ["phone"]],
    ["an e-mail address where a word stood", { email: "a@x.io" }, { contact_email: "none" }, ["email"]],
    [
      "a phone number where one stood that cannot be read",
      { phone: "+91 9123456780" },
      { contact_phone: "1" },
      ["phone"],
    ],
    [
      "a phone number where one stood that is nobody's",
      { phone: "+91 9123456780" },
      { contact_phone: "+91-9999999999" },
      ["phone"],
    ],
  ])("is %s", (_, post, lead, kinds) => {
    expect(added(post, lead)).toEqual(kinds);
  });

  it.each<[string, Posted, Partial<KnownLead>]>([
    ["nothing", {}, {}],
    ["the same e-mail address in other capitals", { email: "A@X.io" }, { contact_email: "a@x.IO" }],
    ["the same phone number in another spelling", { phone: "0091 9876543210" }, {}],
    ["a word that is no e-mail address", { email: "nonsense" }, {}],
    ["a word that is no e-mail address, where there was none", { email: "nonsense" }, none],
    ["a number that cannot be read beside a good one", { phone: "12" }, {}],
    ["the same number that cannot be read", { phone: "12" }, { contact_phone: "12" }],
    ["another name", { name: "Another" }, {}],
    ["a number that is nobody's, where there was none", { phone: "+91 99999 99999" }, none],
    [
      "a number that is nobody's in place of one that is nobody's",
      { phone: "+1 234 567 8901" },
      { contact_phone: "+91-9999999999" },
    ],
  ])("is not %s", (_, post, lead) => {
    expect(added(post, lead)).toEqual([]);
  });

  it("is not what the lead is already known under", () => {
    const post = { email: "b@x.io", phone: "+91 91234 56780" };
    expect(added(post, {}, ["email"])).toEqual(["phone"]);
    expect(added(post, {}, ["phone"])).toEqual(["email"]);
  });
});

describe("how a lead came", () => {
  const google = packAttribution(attributionOf({ utm_source: "google" }, { referrer: null }));
  const meta = packAttribution(attributionOf({ utm_source: "meta" }, { referrer: null }));
  const came = ({ first_attribution_json, latest_attribution_json }: KnownLead) => [
    first_attribution_json,
    latest_attribution_json,
  ];
  const knownCame = (first: string | null, latest: string | null) => ({
    first_attribution_json: first,
    latest_attribution_json: latest,
  });

  it("is by its one submission, the first time and the latest", () => {
    const made = newLead(
      sampleSubmission({ utm_source: "google" }),
      { id: 3, public_id: "p" },
      { isTest: false, suspicionScore: 0 },
    );
    expect(came(made)).toEqual([google, google]);
  });

  it.each<[string, number, [string | null, string | null], [string | null, string | null]]>([
    ["one that comes last is the latest", 9000, ["[]", "[]"], ["[]", meta]],
    ["one of the same millisecond as the last is the latest", 5000, [google, google], [google, meta]],
    ["one of between the first and the last is neither", 3000, [google, "[]"], [google, "[]"]],
    ["one of the same millisecond as the first is not the first", 1000, [google, "[]"], [google, "[]"]],
    [
      "one that came in before the first is the first, however late it arrives",
      500,
      [google, google],
      [meta, google],
    ],
    ["a lead of before this was kept has no first", 9000, [null, null], [null, meta]],
    ["but for one that came in before it", 500, [null, null], [meta, null]],
  ])("%s", (_, receivedAt, [first, latest], expected) => {
    expect(came(merge({ receivedAt, utm_source: "meta" }, knownCame(first, latest)))).toEqual(expected);
  });

  it("is by the earliest and the newest, whatever the order of arrival", () => {
    const times = fc.uniqueArray(fc.integer({ min: 1, max: 50 }), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(times, (order) => {
        const [start = 0, ...rest] = order.map((at) =>
          sampleSubmission({ receivedAt: at, utm_source: `s${at}` }),
        );
        if (start === 0) return;
        const made = newLead(start, { id: 3, public_id: "p" }, { isTest: false, suspicionScore: 0 });
        const lead = rest.reduce((merged, each) => mergeLead(merged, each, 0), made);
        const sourceOf = (text: string | null) => parseAttribution(text)?.utm_source;
        expect(came(lead).map(sourceOf)).toEqual([`s${Math.min(...order)}`, `s${Math.max(...order)}`]);
      }),
    );
  });
});
