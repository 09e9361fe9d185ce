import { describe, expect, it } from "vitest";
import { client, crm, decide, email, home, hourMs, known, minuteMs, phone } from "../../test/decide-posts.ts";
import { sampleFacts, sampleForm, type Posted } from "../../test/decide-samples.ts";
import type { Facts } from "./facts.ts";

/** What one post of a known person comes to. */
function once(post: Posted, facts: Facts) {
  const { plan, traces } = decide([post], facts);
  const [trace] = traces;
  return {
    outcome: plan.submissions[0]?.outcome,
    rule: trace?.rule,
    event: trace?.event,
    news: trace?.new_contact,
  };
}

describe("a post", () => {
  it.each<[string, Posted, Facts, object]>([
    [
      "of somebody new is a new lead",
      email,
      sampleFacts(),
      { outcome: "new_lead", rule: "new_lead", event: "lead.created" },
    ],
    [
      "of a known person soon after is a duplicate",
      { ...email, receivedAt: minuteMs },
      known(),
      { outcome: "duplicate", rule: "duplicate_window", event: null },
    ],
    [
      "of a known person hours later is a duplicate",
      { ...email, receivedAt: 2 * hourMs },
      known(),
      { outcome: "duplicate", rule: "reengage_wait", event: null },
    ],
    [
      "of a known person a day later brings them back",
      { ...email, receivedAt: 24 * hourMs },
      known(),
      { outcome: "reengaged", rule: "reengaged", event: "lead.reengaged" },
    ],
    [
      "of a known person a day later with a new number brings them back, and is no update besides",
      { ...email, ...phone, receivedAt: 24 * hourMs },
      known(),
      { outcome: "reengaged", rule: "reengaged", event: "lead.reengaged", news: ["phone"] },
    ],
    [
      "with a new number is a duplicate that updates the lead",
      { ...email, ...phone, receivedAt: minuteMs },
      known(),
      { outcome: "duplicate", rule: "duplicate_window", event: "lead.updated", news: ["phone"] },
    ],
    [
      "with a new number hours later updates the lead too",
      { ...email, ...phone, receivedAt: 2 * hourMs },
      known(),
      { outcome: "duplicate", rule: "reengage_wait", event: "lead.updated", news: ["phone"] },
    ],
    [
      "with a new number updates the lead where re-engage is off",
      { ...email, ...phone, receivedAt: 48 * hourMs },
      known({}, { forms: new Map([["form", { ...sampleForm, reengage_hours: 0 }]]) }),
      { outcome: "duplicate", rule: "reengage_off", event: "lead.updated", news: ["phone"] },
    ],
    [
      "of a known person who was never sent is sent as new",
      { ...email, receivedAt: minuteMs },
      known({ went_out: false }),
      { outcome: "new_lead", rule: "never_sent", event: "lead.created" },
    ],
    [
      "that only the address tells to be a known person's is a duplicate",
      { ...home, name: "Asha", receivedAt: minuteMs },
      known(),
      { outcome: "duplicate", rule: "duplicate_window", event: null, news: [] },
    ],
    [
      "that only the address tells to be a known person's, with a number, is an update that Make hears of",
      { ...home, ...phone, receivedAt: minuteMs },
      known(),
      { outcome: "duplicate", rule: "ip_match_new_contact", event: "lead.updated", news: ["phone"] },
    ],
    [
      "with a number that only the address tells to be of a lead never sent is sent as new",
      { ...home, ...phone, receivedAt: minuteMs },
      known({ went_out: false }),
      { outcome: "new_lead", rule: "never_sent", event: "lead.created", news: ["phone"] },
    ],
    [
      "of an address after the form's own window is somebody new",
      { ...home, ...phone, receivedAt: 5 * minuteMs },
      known({}, { forms: new Map([["form", { ...sampleForm, duplicate_window_minutes: 5 }]]) }),
      { outcome: "new_lead", rule: "new_lead", event: "lead.created", news: [] },
    ],
    [
      "from a test address is a test, of nobody known live",
      { ...email, receivedAt: minuteMs },
      known({}, { allowed: new Map([["s0", "testing"]]) }),
      { outcome: "test", rule: "new_lead", event: "lead.created" },
    ],
    [
      "from an internal address is like any other",
      { ...email, receivedAt: minuteMs },
      known({}, { allowed: new Map([["s0", "internal"]]) }),
      { outcome: "duplicate", rule: "duplicate_window" },
    ],
    [
      "with a test word in it is a test",
      { ...email, name: "QA robot" },
      known({}, client({ test_strings: ["qa"] })),
      { outcome: "test", rule: "new_lead" },
    ],
  ])("%s", (_, post, facts, expected) => {
    expect(once(post, facts)).toMatchObject(expected);
  });

  it("of an unknown form or client is a fault, not a lead", () => {
    expect(() => decide([{ ...email, form: "gone" }])).toThrow("No facts were gathered for gone");
    expect(() => decide([{ ...email, client: "gone" }])).toThrow("No facts were gathered for gone");
  });
});

describe("a detail the person is known under already", () => {
  it("is no news, though the lead shows another now", () => {
    const { traces } = decide(
      [email, { ...email, ...phone }, { ...email, phone: "+91 91234 56780" }, { ...email, ...phone }],
      sampleFacts(crm),
    );
    expect(traces.map(({ new_contact }) => new_contact)).toEqual([[], ["phone"], ["phone"], []]);
    expect(traces.map(({ event }) => event)).toEqual(["lead.created", "lead.updated", "lead.updated", null]);
  });

  it("is news where it is another person's", () => {
    const { traces } = decide([phone, email, { ...email, visitor_id: "v1" }, { visitor_id: "v1", ...phone }]);
    expect(traces[3]).toMatchObject({ lead: { id: 2, matched_by: "visitor_id" }, new_contact: ["phone"] });
  });
});

describe("a lead that was sent in this batch", () => {
  it("is known to be sent by the next post of it", () => {
    const { traces } = decide([email, email]);
    expect(traces[1]?.rule).toBe("duplicate_window");
  });

  it("is not, where nobody takes it", () => {
    const { traces, plan } = decide([email, email], sampleFacts(client({ destinations: [] })));
    expect(traces.map(({ rule }) => rule)).toEqual(["new_lead", "never_sent"]);
    expect(plan.submissions.map(({ outcome }) => outcome)).toEqual(["new_lead", "new_lead"]);
  });

  it("stays so where the next post is sent to nobody", () => {
    const { traces } = decide([email, email, email]);
    expect(traces[2]?.rule).toBe("duplicate_window");
  });
});
