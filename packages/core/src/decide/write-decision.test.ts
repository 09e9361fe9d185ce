import { describe, expect, it } from "vitest";
import { client, crm, decide, email, home, known, minuteMs, phone } from "../../test/decide-posts.ts";
import { sampleAttempt, sampleFacts, sampleLead, type Posted } from "../../test/decide-samples.ts";

describe("what is written of a known lead", () => {
  it("is its new state, under the condition that nobody moved it since it was read", () => {
    const { plan } = decide([{ ...email, ...phone, receivedAt: minuteMs }], known());
    expect(plan.newLeads).toEqual([]);
    const { went_out: _, ...before } = sampleLead;
    expect(plan.changedLeads).toEqual([
      { ...before, contact_phone: "+91-9876543210", submission_count: 2, last_submitted_at: minuteMs },
    ]);
    expect(plan.guards).toEqual([{ lead_id: 7, submission_count: 1 }]);
    expect(plan.identities).toMatchObject([{ kind: "phone", value: "+91-9876543210", lead_id: 7 }]);
  });

  it("is of it alone: others that were read stay as they were", () => {
    const leads = new Map([sampleLead, { ...sampleLead, id: 8 }].map((lead) => [lead.id, lead]));
    const { plan } = decide([{ ...email, receivedAt: minuteMs }], { ...known(), leads });
    expect(plan.changedLeads.map(({ id }) => id)).toEqual([7]);
  });

  it("is the words of a new name, and none of one that was there", () => {
    const words = (name: string, before: string | null) =>
      decide([{ ...email, name, receivedAt: minuteMs }], known({ contact_name: before })).plan.nameWords;
    expect(words("Asha Rao", null)).toEqual([
      { client_id: "client", is_test: false, lead_id: 7, words: ["asha", "rao"] },
    ]);
    expect(words("Asha Rao", "Asha Rao")).toEqual([]);
    expect(words("!", null)).toEqual([]);
  });

  it("is when a send made while D1 was down arrived, unless a later one had", () => {
    const direct = { make: [sampleAttempt({ started_at: 2000 })] };
    const sentAt = (last_sent_at: number | null) =>
      decide([{ ...email, direct, receivedAt: minuteMs }], known({ last_sent_at })).plan.changedLeads[0]
        ?.last_sent_at;
    expect(sentAt(null)).toBe(2000);
    expect(sentAt(1000)).toBe(2000);
    expect(sentAt(3000)).toBe(3000);
  });
});

describe("what is written of a send made while D1 was down", () => {
  it("is its delivery, its attempts and the letter of one that was refused", () => {
    const refused = sampleAttempt({ outcome: "refused", status_code: 400 });
    const { plan } = decide([{ ...email, direct: { make: [sampleAttempt()], other: [refused] } }]);
    expect(plan.deliveries).toMatchObject([{ status: "delivered" }, { status: "dead" }]);
    expect(plan.attempts).toMatchObject([{ destination_id: "make" }, { destination_id: "other" }]);
    expect(plan.letters).toMatchObject([{ destination_id: "other", cause: "refused" }]);
  });

  it("is nothing of a lead that was not sent: when it was sent last is not known", () => {
    expect(decide([email]).plan.newLeads).toMatchObject([{ last_sent_at: null }]);
  });
});

describe("what is written of a submission", () => {
  const full: Posted = {
    ...email,
    phone: "+91 98765 43210",
    name: "Asha",
    cta: "Book a visit",
    page_url: "https://x.io/villa",
    time_to_submit: "2",
    receivedAt: minuteMs,
    notes: ["a file was skipped"],
  };

  it("is what it gave, what it came to, and its place in its lead", () => {
    const { plan } = decide([full], known());
    expect(plan.submissions).toMatchObject([
      {
        id: 90,
        lead_id: 7,
        submission_number: 2,
        public_id: "s0",
        client_id: "client",
        form_id: "form",
        outcome: "duplicate",
        contact_name: "Asha",
        contact_email: "a@x.io",
        contact_phone: "+91-9876543210",
        cta: "Book a visit",
        page_url: "https://x.io/villa",
        payload_json: "{}",
        submitted_at: minuteMs,
      },
    ]);
  });

  it("stands under the next free number", () => {
    const { plan } = decide([email, { email: "b@x.io" }], known());
    expect(plan.submissions.map(({ id }) => id)).toEqual([90, 91]);
    expect(plan.newLeads.map(({ id }) => id)).toEqual([50]);
  });

  it("is nothing where it gave nothing, though its lead has it", () => {
    const { plan } = decide([{ ...email, receivedAt: minuteMs }], known({ contact_name: "Asha" }));
    expect(plan.submissions).toMatchObject([
      { contact_name: null, contact_phone: null, cta: null, page_url: null },
    ]);
  });

  it("is why it was decided so", () => {
    const { traces } = decide([full], { ...known(), ...crm });
    expect(traces).toEqual([
      {
        rule: "duplicate_window",
        elapsed_minutes: 1,
        setting: { name: "DUPLICATE_WINDOW_MINUTES", value: 30, from: "installation" },
        lead: { id: 7, public_id: "lead-7", matched_by: "email" },
        identities: [
          { kind: "email", result: "matched", lead_id: 7 },
          { kind: "phone", result: "added", lead_id: 7 },
        ],
        passed_over: [],
        ip_rejected: null,
        test: null,
        event: "lead.updated",
        new_contact: ["phone"],
        destinations: [
          {
            id: "crm",
            event: "lead.updated",
            status: "pending",
            reason: "subscribed",
            delivery_public_id: expect.any(String),
          },
        ],
        suspicion: { score: 30, reasons: ["fast_submit"] },
        notes: ["a file was skipped"],
      },
    ]);
  });

  it("is that it was sent while D1 was down, before what else there is to note", () => {
    const direct = { make: [sampleAttempt()] };
    const { traces } = decide([{ ...email, direct, notes: ["a file was skipped"] }]);
    expect(traces[0]?.notes).toEqual(["sent_while_d1_down", "a file was skipped"]);
  });

  it("is why the person known at its address was not believed to be the same", () => {
    const { traces } = decide([{ ...home, userAgent: "chrome", ...phone, receivedAt: minuteMs }], known());
    expect(traces[0]).toMatchObject({ rule: "new_lead", ip_rejected: "other_user_agent", lead: { id: 50 } });
  });

  it("is why it is a test", () => {
    const byAddress = decide([email], sampleFacts({ allowed: new Map([["s0", "testing"]]) }));
    const byWord = decide([email], sampleFacts(client({ test_strings: ["A@X"] })));
    expect(byAddress.traces[0]?.test).toBe("allowed_ip");
    expect(byWord.traces[0]?.test).toBe("test_string");
    expect(byWord.plan.newLeads).toMatchObject([{ is_test: true }]);
  });
});
