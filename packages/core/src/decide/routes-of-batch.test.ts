import { testMarker } from "@leadrelay/contracts/test-marker";
import { describe, expect, it } from "vitest";
import { client, decide, email, hourMs, known } from "../../test/decide-posts.ts";
import {
  sampleAttempt,
  sampleDestination,
  sampleFacts,
  sampleSubmission,
  type Posted,
} from "../../test/decide-samples.ts";
import type { RoutePlace } from "../routes/route-member.ts";
import type { DestinationFacts, Facts } from "./facts.ts";
import { testReason } from "./test-reason.ts";

const member = (
  id: string,
  place: Partial<RoutePlace> = {},
  given: Partial<DestinationFacts> = {},
): DestinationFacts => ({
  ...sampleDestination,
  id,
  name: id.toUpperCase(),
  event_types: ["lead.created", "lead.updated", "lead.reengaged"],
  route: {
    route_id: "r",
    mode: "round_robin",
    counted_from: 1,
    position: id === "a" ? 0 : 1,
    weight: 1,
    conditions: null,
    overflow_minutes: null,
    ...place,
  },
  ...given,
});
const noneFrom = (...sources: string[]): Partial<DestinationFacts> => ({
  limits: {
    time_zone: "UTC",
    week_starts: "monday",
    caps: sources.map((source) => ({ per: "total", leads: 0, source })),
    hours: null,
    holidays: [],
  },
});
const inOrder = { mode: "first_accepting" } as const;
const asha = { ...email, name: "Asha", receivedAt: 0 };

function sent(
  posts: readonly Posted[],
  destinations: DestinationFacts[],
  facts: (more: Partial<Facts>) => Facts,
) {
  const { plan, traces } = decide(posts, facts(client({ destinations })));
  return {
    plan,
    traces,
    lines: plan.deliveries.map(({ destination_id, status }) => `${destination_id} ${status}`),
    counted: Object.fromEntries(plan.tallies.map(({ subject, count }) => [subject, count])),
  };
}
const anew = (more: Partial<Facts>) => sampleFacts(more);

describe("leads of one batch that share a route", () => {
  it("go to its members in turn", () => {
    const people = ["1", "2", "3"].map((id) => ({ email: `p${id}@x.io` }));
    const { lines, counted, plan } = sent(people, [member("a"), member("b")], anew);
    expect(lines).toEqual(["a pending", "b pending", "a pending"]);
    expect(counted).toEqual({ "route:r:1:a": 2, "route:r:1:b": 1 });
    expect(plan.newLeads.map(({ routed_json }) => routed_json)).toEqual([
      '{"r":"a"}',
      '{"r":"b"}',
      '{"r":"a"}',
    ]);
  });

  it("went nowhere where its conditions keep out whoever comes", () => {
    const { lines, plan } = sent([email], [member("a", { conditions: { country: "AE" } })], anew);
    expect(lines).toEqual([]);
    expect(plan.newLeads[0]?.routed_json).toBeNull();
  });

  it("count no turn that one took from another and gave back", () => {
    const posts = ["google", "facebook"].map((source) => ({ email: `${source}@x.io`, source }));
    const members = [member("a", {}, noneFrom("google")), member("b", {}, noneFrom("facebook"))];
    const { lines, counted } = sent(posts, members, anew);
    expect(lines).toEqual(["b pending", "a pending"]);
    expect(counted).toEqual({ "route:r:1:a": 1, "route:r:1:b": 1 });
  });

  it.each<[what: string, post: Posted]>([
    ["its form names", { source: "google" }],
    ["its address names", { utm_source: "google" }],
  ])("pass over who is full of the source that %s", (_, post) => {
    const members = [member("a", {}, noneFrom("google")), member("b")];
    expect(sent([{ ...email, ...post }], members, anew).lines).toEqual(["b pending"]);
    expect(sent([{ ...email, source: "other" }], members, anew).lines).toEqual(["a pending"]);
  });
});

describe("a lead that was given out while D1 was away", () => {
  const direct = { b: [sampleAttempt()] };

  it("stays with whom it was given, and is counted as theirs", () => {
    const { lines, plan, counted } = sent([{ ...email, direct }], [member("a"), member("b")], anew);
    expect(lines).toEqual(["b delivered"]);
    expect(counted).toEqual({ "route:r:1:b": 1 });
    expect(plan.tallies[0]?.client_id).toBe("client");
    expect(plan.newLeads[0]?.routed_json).toBe('{"r":"b"}');
  });

  it("goes to the next where the first refused it, and needs nobody there", () => {
    const refused = sampleAttempt({ outcome: "refused", status_code: 422, error: null });
    const posts = [{ ...email, direct: { a: [refused] } }];
    const { lines, plan, counted } = sent(posts, [member("a", inOrder), member("b", inOrder)], anew);
    expect(lines).toEqual(["b pending", "a skipped"]);
    expect(plan.deliveries[1]?.last_error).toBe("it was refused; the lead went on to B");
    expect(plan.letters).toEqual([]);
    expect(counted).toEqual({ "route:r:1:b": 1 });
    expect(plan.newLeads[0]?.routed_json).toBe('{"r":"b"}');
  });
});

describe("a lead that is known", () => {
  const later = { ...email, receivedAt: 48 * hourMs };

  it("goes where it went before, which is not written anew", () => {
    const { lines, plan } = sent([later], [member("a"), member("b")], (more) =>
      known({ routed_json: '{"r":"b"}' }, more),
    );
    expect(lines).toEqual(["b pending"]);
    expect(plan.changedLeads[0]?.routed_json).toBeNull();
  });

  it("keeps where it goes, if it went through no route before", () => {
    const { plan } = sent([later], [member("a"), member("b")], (more) => known({}, more));
    expect(plan.changedLeads[0]?.routed_json).toBe('{"r":"a"}');
  });

  it("is guarded against a send of somebody else only where it was sent for the first time", () => {
    const guards = (went_out: boolean) =>
      sent([later], [member("a")], (more) => known({ went_out }, more)).plan.guards;
    expect(guards(false)).toEqual([{ lead_id: 7, submission_count: 1, unsent: true }]);
    expect(guards(true)).toEqual([{ lead_id: 7, submission_count: 1 }]);
  });
});

describe("what a member's conditions and a destination's filter ask of a new lead", () => {
  const post: Posted = {
    ...asha,
    country: "IN",
    message: "Please call",
    utm_medium: "cpc",
    source: "google",
  };

  it.each<[what: string, field: string, value: string]>([
    ["what the person wrote", "message", "Please call"],
    ["their name", "first_name", "Asha"],
    ["their country", "country", "IN"],
    ["where it came from", "source", "google"],
    ["how it came", "utm_medium", "cpc"],
    ["how it came the first time", "first_utm_medium", "cpc"],
    ["what happened", "event", "lead.created"],
    ["when", "happened_at", "1970-01-01T00:00:05.000Z"],
    ["whether they were known", "is_duplicate", "no"],
  ])("is %s", (_, field, value) => {
    const asked = (wanted: string, by: "conditions" | "filter") =>
      by === "filter"
        ? member("a", {}, { route: null, filter: { field, sign: "$eq", value: wanted } })
        : member("a", { conditions: { [field]: wanted } });
    for (const by of ["conditions", "filter"] as const) {
      expect(sent([post], [asked(value, by)], anew).lines).toEqual(["a pending"]);
      expect(sent([post], [asked("other", by)], anew).lines).toEqual([]);
    }
  });

  it("is nothing where the person wrote nothing", () => {
    const filter = { field: "message", sign: "$exists", value: false } as const;
    expect(sent([email], [member("a", {}, { route: null, filter })], anew).lines).toEqual(["a pending"]);
    const conditions = { message: { $exists: false } };
    expect(sent([email], [member("a", { conditions })], anew).lines).toEqual(["a pending"]);
  });

  it("is why nothing is sent, where only a filter keeps it back", () => {
    const filter = { field: "country", sign: "$eq", value: "AE" } as const;
    const { plan } = sent([post], [member("a", {}, { route: null, filter })], anew);
    expect(plan.submissions[0]?.unsent).toBe("filtered");
  });
});

it("conditions see that somebody came back", () => {
  const asks = (event: string) => [member("a", { conditions: { event } })];
  const again = (destinations: DestinationFacts[]) =>
    sent([{ ...email, receivedAt: 48 * hourMs }], destinations, (more) => known({}, more)).lines;
  expect(again(asks("lead.reengaged"))).toEqual(["a pending"]);
  expect(again(asks("lead.created"))).toEqual([]);
});

describe("a destination that is down", () => {
  const down = { health: { state: "down", next_probe_at: 0 } } as const;

  it("is asked by one lead of a batch; the others go past it", () => {
    const people = ["1", "2", "3"].map((id) => ({ email: `p${id}@x.io` }));
    const { lines, counted } = sent(people, [member("a", inOrder, down), member("b", inOrder)], anew);
    expect(lines).toEqual(["a pending", "b pending", "b pending"]);
    expect(counted).toEqual({ "route:r:1:a": 1, "route:r:1:b": 2 });
  });

  it("is asked by a later lead where the first went to another", () => {
    const posts = ["facebook", "google"].map((source) => ({ email: `${source}@x.io`, source }));
    const members = [
      member("a", { ...inOrder, conditions: { source: "google" } }, down),
      member("b", inOrder),
    ];
    expect(sent(posts, members, anew).lines).toEqual(["b pending", "a pending"]);
  });
});

it("a test takes no room of a cap from those behind it", () => {
  const limits: DestinationFacts["limits"] = {
    time_zone: "UTC",
    week_starts: "monday",
    caps: [{ per: "total", leads: 1, source: null }],
    hours: null,
    holidays: [],
  };
  const destinations = [member("a", {}, { route: null, takes_test: true, limits })];
  const tests = (more: Partial<Facts>) => sampleFacts({ ...more, allowed: new Map([["s0", "testing"]]) });
  expect(sent([{ email: "t@x.io" }, email], destinations, tests).lines).toEqual(["a pending", "a pending"]);
  expect(sent([{ email: "t@x.io" }, email], destinations, anew).lines).toEqual(["a pending", "a held"]);
});

describe("a reply to the person", () => {
  const sms = member("a", {}, { route: null, reply: { channel: "phone", most_suspicion: 29 } });
  const mail = member("a", {}, { route: null, reply: { channel: "email", most_suspicion: 29 } });
  const phone = { phone: "+91 98765 43210" };
  const stopped = (more: Partial<Facts>) => {
    const [own] = more.clients?.values() ?? [];
    return sampleFacts(own === undefined ? more : client({ ...own, optedOut: new Set(["+91-9876543210"]) }));
  };

  it.each<
    [what: string, post: Posted, by: DestinationFacts, facts: (more: Partial<Facts>) => Facts, told: string]
  >([
    ["goes to who is new, as no lead's delivery", { ...email, ...phone }, sms, anew, "a pending 1"],
    ["goes by e-mail to who left one", email, mail, anew, "a pending 1"],
    ["goes to no number where there is none", email, sms, anew, "no_address"],
    ["goes to no number where none can be read", { ...email, phone: "12345" }, sms, anew, "no_address"],
    [
      "goes to no e-mail address where none can be read",
      { ...phone, email: "none" },
      mail,
      anew,
      "no_address",
    ],
    ["goes to no e-mail address where there is none", phone, mail, anew, "no_address"],
    [
      "goes out whatever limits leads have there",
      { ...email, source: "google" },
      { ...mail, ...noneFrom("google") },
      anew,
      "a pending 1",
    ],
    ["goes to nobody who was known", { ...email, ...phone }, mail, known.bind(null, {}), "not_a_new_lead"],
    ["goes to nobody who looks like a bot", { ...email, isBot: true }, mail, anew, "too_suspicious"],
    ["goes to no number that said STOP", { ...email, ...phone }, sms, stopped, "opted_out"],
    ["goes to another number all the same", { phone: "+91 98765 43211" }, sms, stopped, "a pending 1"],
  ])("%s", (_, post, by, facts, told) => {
    const { plan, traces } = sent([{ ...post, receivedAt: 48 * hourMs }], [by], facts);
    const [row] = plan.deliveries;
    const [trace] = traces[0]?.destinations ?? [];
    const said = row === undefined ? trace?.reason : `${row.destination_id} ${row.status} ${row.is_notice}`;
    expect(said).toBe(told);
  });

  it("is no send of the lead: that is told as taken by nobody", () => {
    const { plan } = sent([email], [mail], anew);
    expect(plan.submissions[0]?.unsent).toBe("no_destination");
    expect(
      sent([email], [mail, { ...member("b"), route: null }], anew).plan.submissions[0]?.unsent,
    ).toBeNull();
    expect(plan.deliveries).toHaveLength(1);
    const alone = sent([email], [{ ...member("b"), route: null }], anew).plan.deliveries[0];
    expect(alone).not.toHaveProperty("is_notice");
  });
});

describe("how long somebody waited for a delivery", () => {
  it.each<[what: string, post: Posted, submitted_at: number | null]>([
    ["counts from when the person submitted", {}, 9],
    ["does not count where a block was lifted since", { blockLifted: true }, null],
    ["does not count where it was let out of quarantine since", { quarantine: { kind: "released" } }, null],
  ])("%s", (_, post, submitted_at) => {
    const { plan } = sent([{ ...email, receivedAt: 9, ...post }], [{ ...member("a"), route: null }], anew);
    expect(plan.deliveries).toMatchObject([{ submitted_at }]);
  });
});

it("whoever is told of steps hears of which lead they acted on", () => {
  const filter = { field: "country", sign: "$eq", value: "AE" } as const;
  const destinations = [
    member("a", {}, { route: null, filter }),
    member("b", {}, { route: null, event_types: ["workflow.step_run"] }),
  ];
  const { plan } = sent([email], destinations, anew);
  expect(plan.signals).toMatchObject([
    {
      client_id: "client",
      destination_id: "a",
      part: { reason: "country is not AE", submission_id: "s0" },
      sample: { lead_id: plan.newLeads[0]?.id, event_id: plan.events[0]?.id },
    },
  ]);
});

it("a submission keeps how it came once, where its page says it", () => {
  const page_url = "https://x.example/lake?utm_source=google";
  const { plan } = sent([{ ...email, page_url }], [], anew);
  expect(plan.submissions).toMatchObject([{ page_url, attribution_json: "[]" }]);
});

it("a blocked submission keeps whether its honeypot was filled", () => {
  const blocked = (post: Posted) =>
    decide([post], sampleFacts({ blocked: new Map([["s0", "entry"]]) })).plan.blocked.map(
      ({ request_json }) => (JSON.parse(request_json ?? "") as { honeypot: boolean }).honeypot,
    );
  expect(blocked(email)).toEqual([false]);
  expect(blocked({ ...email, quarantine: { kind: "released" } })).toEqual([true]);
});

it.each<[what: string, posted: object, test: string | null]>([
  ["says so", { [testMarker.name]: testMarker.value }, "marked"],
  ["says that it is none", { [testMarker.name]: "no" }, null],
  ["says nothing of it", {}, null],
])("a submission that %s is a test, or not", (_, posted, test) => {
  const submission = { ...sampleSubmission(email), payload_json: JSON.stringify(posted) };
  expect(testReason(submission, { test_strings: [] }, undefined)).toBe(test);
});
