import { describe, expect, it } from "vitest";
import { decide, email, home, phone } from "../../test/decide-posts.ts";
import { sampleFacts } from "../../test/decide-samples.ts";

it("a batch of nothing writes nothing", () => {
  const { plan } = decide([]);
  expect(Object.values(plan).flat()).toEqual([]);
  expect(Object.keys(plan)).toHaveLength(18);
});

describe("posts of one batch", () => {
  it("see each other: the second of one person is a duplicate", () => {
    const { plan } = decide([email, email]);
    expect(plan.submissions.map((row) => [row.outcome, row.submission_number])).toEqual([
      ["new_lead", 1],
      ["duplicate", 2],
    ]);
    expect(plan.newLeads).toMatchObject([
      { id: 1, submission_count: 2, first_submitted_at: 0, last_submitted_at: 1 },
    ]);
    expect(plan).toMatchObject({ changedLeads: [], guards: [] });
    expect(plan.deliveries).toHaveLength(1);
  });

  it.each(["cba", "abc", "acb", "bca"])(
    "are decided by when they were received, then by their ids, however they stand: %s",
    (order) => {
      const posts = Array.from(order, (id) => ({ id, receivedAt: id === "b" ? 1 : 2, email: `${id}@x.io` }));
      expect(decide(posts).plan.submissions.map(({ public_id }) => public_id)).toEqual(["b", "a", "c"]);
    },
  );

  it("that say the same under the same id are one", () => {
    const { plan } = decide([
      { ...email, id: "same" },
      { ...email, id: "same" },
    ]);
    expect(plan.submissions).toHaveLength(1);
  });

  it("that are stored already add nothing, blocked or not", () => {
    const facts = sampleFacts({ stored: new Set(["s0"]), blocked: new Map([["s0", "203.0.113.0/24"]]) });
    const { plan } = decide([email], facts);
    expect(plan).toMatchObject({ submissions: [], blocked: [], newLeads: [] });
  });

  it("of two people at one address are two leads, and the address belongs to the newest", () => {
    const { plan } = decide([
      { ...home, email: "a@x.io" },
      { ...home, email: "b@x.io" },
    ]);
    expect(plan.newLeads.map(({ id }) => id)).toEqual([1, 2]);
    expect(plan.ipIdentities).toMatchObject([{ kind: "ip", value: "203.0.113.7", lead_id: 2 }]);
  });

  it("leave an address with its person when another who is known posts from there", () => {
    const { plan } = decide([
      { email: "a@x.io" },
      { ...home, email: "b@x.io" },
      { ...home, email: "a@x.io" },
    ]);
    expect(plan.ipIdentities).toMatchObject([{ value: "203.0.113.7", lead_id: 2 }]);
  });

  it("a third at that address that gives a name alone is the newest person there", () => {
    const { traces } = decide([
      { ...home, email: "a@x.io" },
      { ...home, email: "b@x.io" },
      { ...home, name: "B" },
    ]);
    expect(traces[2]?.lead).toMatchObject({ id: 2, matched_by: "ip" });
  });

  it.each(["none", "n/a", "x@x"])(
    "that typed %j for an e-mail address are two people, both sent",
    (typed) => {
      const { plan } = decide([
        { email: typed, phone: "+91 9876543210" },
        { email: typed, phone: "+91 9123456780" },
      ]);
      expect(plan.newLeads).toHaveLength(2);
      expect(plan.deliveries).toHaveLength(2);
    },
  );

  it.each(["undefined", "null", "[object Object]"])(
    "whose pages wrote %j for a browser id are two people",
    (visitor_id) => {
      const { plan } = decide([
        { visitor_id, email: "a@x.io" },
        { visitor_id, email: "b@x.io" },
      ]);
      expect(plan.newLeads).toHaveLength(2);
    },
  );
});

describe("a post from a blocked address", () => {
  it("leaves its one trace, and nothing is sent", () => {
    const facts = sampleFacts({ blocked: new Map([["s0", "203.0.113.0/24"]]) });
    const { plan } = decide(
      [
        {
          ...home,
          ...email,
          ...phone,
          name: "Asha",
          project: "Tower",
          country: "IN",
          referrer: "https://x.io/",
        },
      ],
      facts,
    );
    expect(plan).toMatchObject({ newLeads: [], submissions: [], events: [], deliveries: [], identities: [] });
    expect(plan.blocked).toEqual([
      {
        client_id: "client",
        public_id: "s0",
        form_id: "form",
        ip: "203.0.113.7",
        matched_cidr: "203.0.113.0/24",
        country: "IN",
        referrer: "https://x.io/",
        contact_name: "Asha",
        contact_email: "a@x.io",
        contact_phone: "+91-9876543210",
        project: "Tower",
        payload_json: "{}",
        submitted_at: 0,
        request_json: expect.any(String),
      },
    ]);
    expect(JSON.parse(plan.blocked[0]?.request_json ?? "")).toEqual({
      channel: "browser",
      is_bot: false,
      over_rate: false,
      honeypot: false,
      fields: { ...email, ...phone, name: "Asha", project: "Tower" },
      notes: [],
      context: expect.objectContaining({ ip: "203.0.113.7", country: "IN", user_agent: "firefox" }),
    });
  });

  it("that gave nothing else has nothing else", () => {
    const { plan } = decide([{}], sampleFacts({ blocked: new Map([["s0", "203.0.113.0/24"]]) }));
    expect(plan.blocked).toMatchObject([{ ip: "", project: null, contact_name: null }]);
  });
});

describe("a filled honeypot that its form keeps apart", () => {
  const kept = { ...email, quarantine: { kind: "kept", message_json: '{"v":1}' } } as const;
  const released = { ...email, quarantine: { kind: "released" } } as const;
  const nothing = { submissions: [], newLeads: [], identities: [], events: [], deliveries: [], blocked: [] };

  it("is one row in quarantine, for 30 days, and nothing else", () => {
    const { plan } = decide([{ ...kept, id: "q", receivedAt: 7, name: "Anna", project: "Lakeside" }]);
    expect(plan).toMatchObject({ ...nothing, released: [] });
    expect(plan.quarantined).toEqual([
      {
        client_id: "client",
        public_id: "q",
        form_id: "form",
        contact_name: "Anna",
        contact_email: email.email,
        contact_phone: null,
        project: "Lakeside",
        payload_json: "{}",
        message_json: '{"v":1}',
        submitted_at: 7,
        expires_at: 7 + 30 * 86_400_000,
      },
    ]);
  });

  it("silences nobody: the same person's next post is a new lead", () => {
    const { plan } = decide([kept, email]);
    expect(plan.submissions.map(({ outcome }) => outcome)).toEqual(["new_lead"]);
    expect(plan.quarantined).toHaveLength(1);
  });

  it("adds nothing where it is stored already", () => {
    const { plan } = decide([kept], sampleFacts({ stored: new Set(["s0"]) }));
    expect(plan).toMatchObject({ ...nothing, quarantined: [] });
  });

  it("from a blocked address is blocked, as is one that was released", () => {
    const facts = sampleFacts({
      blocked: new Map([
        ["s0", "203.0.113.0/24"],
        ["s1", "203.0.113.0/24"],
      ]),
    });
    const { plan } = decide([kept, released], facts);
    expect(plan.blocked.map(({ public_id }) => public_id)).toEqual(["s0", "s1"]);
    expect(plan).toMatchObject({ quarantined: [], submissions: [], released: [{ public_id: "s1" }] });
  });

  it("is decided like any other once it is released, and keeps the honeypot among its suspicions", () => {
    const { plan } = decide([released]);
    expect(plan.submissions.map(({ outcome }) => outcome)).toEqual(["new_lead"]);
    expect(plan.released).toEqual([{ client_id: "client", public_id: "s0" }]);
    expect(plan.newLeads).toMatchObject([{ suspicion_score: 40 }]);
    expect(plan.deliveries).toHaveLength(1);
  });
});
