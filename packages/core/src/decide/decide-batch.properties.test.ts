import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { identityKey } from "../identity/identity.ts";
import { sampleFacts, sampleSubmission, type Posted } from "../../test/decide-samples.ts";
import type { CommitPlan } from "./commit-plan.ts";
import { decideBatch } from "./decide-batch.ts";
import type { Facts } from "./facts.ts";
import type { Submission } from "../identity/submission.ts";

const policy = { environment: "production", duplicateWindowMinutes: 30, reengageHours: 24 } as const;
const hourMs = 3_600_000;

let ids = 0;
const context = { policy, nowMs: 1, newId: () => `id-${(ids += 1)}` };

/** What D1 would say after the plan: the facts of the next batch. */
function afterCommit(facts: Facts, plan: CommitPlan): Facts {
  const leads = new Map(facts.leads);
  const sent = new Set(plan.deliveries.map(({ lead_id }) => lead_id));
  for (const lead of [...plan.newLeads, ...plan.changedLeads])
    leads.set(lead.id, { ...lead, went_out: sent.has(lead.id) || (leads.get(lead.id)?.went_out ?? false) });
  const held = [...plan.identities, ...plan.ipIdentities].map(
    (row) => [identityKey(row), row.lead_id] as const,
  );
  return {
    ...facts,
    leads,
    identities: new Map([...facts.identities, ...held]),
    stored: new Set([...facts.stored, ...plan.submissions.map(({ public_id }) => public_id)]),
    nextLeadId: facts.nextLeadId + 1000,
    nextSubmissionId: facts.nextSubmissionId + 1000,
  };
}

/** Which submissions share a lead, and what each came to; lead ids differ between runs and do not matter. */
function story(plans: readonly CommitPlan[]) {
  const rows = plans.flatMap(({ submissions }) => submissions);
  const firstOf = new Map<number, string>();
  for (const row of rows) if (!firstOf.has(row.lead_id)) firstOf.set(row.lead_id, row.public_id);
  return rows.map((row) => [row.public_id, row.outcome, row.submission_number, firstOf.get(row.lead_id)]);
}

const typed = fc.record<Posted & { waitMs: number }>(
  {
    email: fc.constantFrom("a@x.io", "A@X.io", "b@x.io"),
    phone: fc.constantFrom("+91 9999999999", "+919999999999", "+91 8888888888", "12"),
    visitor_id: fc.constantFrom("v1", "v2"),
    project: fc.constantFrom("Villa", " villa ", "Tower"),
    ip: fc.constantFrom("203.0.113.1", "203.0.113.2"),
    userAgent: fc.constantFrom("firefox", "chrome"),
    waitMs: fc.constantFrom(0, 60_000, hourMs, 25 * hourMs),
  },
  { requiredKeys: ["waitMs"] },
);

const posts = fc.array(typed, { minLength: 1, maxLength: 25 }).map((all) => {
  let at = 1_700_000_000_000;
  return all.map(({ waitMs, ...one }, index): Submission => {
    at += waitMs + 1;
    return sampleSubmission({ ...one, id: `s${String(index).padStart(3, "0")}`, receivedAt: at });
  });
});

describe("deciding", () => {
  it("a batch is the same as deciding its submissions one by one", () => {
    fc.assert(
      fc.property(posts, (submissions) => {
        const together = decideBatch(submissions, sampleFacts(), context);
        let facts = sampleFacts();
        const apart = submissions.map((submission) => {
          const plan = decideBatch([submission], facts, context);
          facts = afterCommit(facts, plan);
          return plan;
        });
        expect(story([together])).toEqual(story(apart));
      }),
    );
  });

  it("does not depend on the order messages stand in, only on when they were received", () => {
    fc.assert(
      fc.property(posts, fc.infiniteStream(fc.nat()), (submissions, chance) => {
        const shuffled = submissions
          .map((submission) => ({ submission, at: chance.next().value }))
          .toSorted((a, b) => a.at - b.at)
          .map(({ submission }) => submission);
        const inOrder = decideBatch(submissions, sampleFacts(), context);
        expect(story([decideBatch(shuffled, sampleFacts(), context)])).toEqual(story([inOrder]));
      }),
    );
  });

  it("keeps every submission once, numbers them without a gap, and gives no identity twice", () => {
    fc.assert(
      fc.property(posts, (submissions) => {
        const plan = decideBatch([...submissions, ...submissions], sampleFacts(), context);
        expect(plan.submissions.map((row) => row.public_id).toSorted()).toEqual(
          submissions.map((row) => row.submission_id).toSorted(),
        );
        for (const rows of Map.groupBy(plan.submissions, (row) => row.lead_id).values())
          expect(rows.map((row) => row.submission_number)).toEqual(rows.map((_, index) => index + 1));
        const keys = [...plan.identities, ...plan.ipIdentities].map(identityKey);
        expect(new Set(keys).size).toBe(keys.length);
      }),
    );
  });

  it("never leaves a lead without anything sent", () => {
    fc.assert(
      fc.property(posts, (submissions) => {
        const plan = decideBatch(submissions, sampleFacts(), context);
        const sent = new Set(plan.deliveries.map((row) => row.lead_id));
        expect(plan.newLeads.every((lead) => sent.has(lead.id))).toBe(true);
      }),
    );
  });

  it("two people told apart by e-mail are never one lead, whatever address they share", () => {
    const at = { ip: "203.0.113.1", userAgent: "firefox" };
    const a = sampleSubmission({ ...at, id: "a", receivedAt: 1, email: "a@x.io" });
    const b = sampleSubmission({ ...at, id: "b", receivedAt: 2, email: "b@x.io" });
    expect(decideBatch([a, b], sampleFacts(), context).newLeads).toHaveLength(2);
  });

  it("what is no e-mail address identifies nobody: two people who typed the same are two leads, both sent", () => {
    for (const email of ["none", "n/a", "x@x"]) {
      const a = sampleSubmission({ id: "a", receivedAt: 1, email, phone: "+91 9999999999" });
      const b = sampleSubmission({ id: "b", receivedAt: 2, email, phone: "+91 8888888888" });
      const plan = decideBatch([a, b], sampleFacts(), context);
      expect(plan.newLeads).toHaveLength(2);
      expect(plan.deliveries).toHaveLength(2);
    }
  });

  it("what is no e-mail address does not take a good one's place on the lead", () => {
    const known = { id: "a", receivedAt: 1, phone: "+91 9999999999" };
    const good = sampleSubmission({ ...known, email: "a@x.io" });
    const bad = sampleSubmission({ ...known, id: "b", receivedAt: 2, email: "none" });
    const plan = decideBatch([good, bad], sampleFacts(), context);
    expect(plan.newLeads).toMatchObject([{ contact_email: "a@x.io", submission_count: 2 }]);
    expect(plan.events.map(({ type }) => type)).toEqual(["lead.created"]);
  });

  it("a visitor id that a page's script failed to fill in identifies nobody", () => {
    for (const visitor_id of ["undefined", "null", "[object Object]"]) {
      const a = sampleSubmission({ id: "a", receivedAt: 1, visitor_id, email: "a@x.io" });
      const b = sampleSubmission({ id: "b", receivedAt: 2, visitor_id, email: "b@x.io" });
      expect(decideBatch([a, b], sampleFacts(), context).newLeads).toHaveLength(2);
    }
  });

  it("an address says nothing of a submission that arrives a day late, before the lead known there", () => {
    const at = { ip: "203.0.113.1", userAgent: "firefox" };
    const lead = sampleSubmission({ ...at, id: "b", receivedAt: 25 * hourMs, email: "b@x.io" });
    const late = sampleSubmission({ ...at, id: "a", receivedAt: 0, phone: "+91 9999999999" });
    const facts = sampleFacts();
    const known = afterCommit(facts, decideBatch([lead], facts, context));
    expect(decideBatch([late], known, context).submissions).toMatchObject([{ outcome: "new_lead" }]);
  });
});
