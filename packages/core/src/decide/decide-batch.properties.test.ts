import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { histories } from "../../test/model/histories.ts";
import { openModel } from "../../test/model/rules-model.ts";
import { openRun } from "../../test/model/run-history.ts";
import { twoStrangers } from "../../test/model/two-strangers.ts";
import { identityKey } from "../identity/identity.ts";

const many = { numRuns: 150 };
const few = { numRuns: 40 };

describe("whatever happens to an installation", () => {
  it("every post is decided as the rules, told plainly, say it is", () => {
    fc.assert(
      fc.property(histories, (history) => {
        const [run, model] = [openRun(), openModel()];
        for (const batch of history) {
          expect(run.take(batch).answers).toEqual(model.take(batch));
          expect(run.standings()).toEqual(model.standings());
        }
      }),
      many,
    );
  });

  it("the order messages stand in does not matter, only when they were received", () => {
    fc.assert(
      fc.property(histories, fc.infiniteStream(fc.nat()), (history, chance) => {
        const [inOrder, shuffled] = [openRun(), openRun()];
        for (const batch of history) {
          const drawn = batch.posts.map((post) => ({ post, place: chance.next().value }));
          const posts = drawn.toSorted((a, b) => a.place - b.place).map(({ post }) => post);
          expect(shuffled.take({ ...batch, posts }).answers).toEqual(inOrder.take(batch).answers);
        }
      }),
      few,
    );
  });

  it("every post is kept once, those of a lead are numbered without a gap, and no identity is written twice", () => {
    fc.assert(
      fc.property(histories, (history) => {
        const run = openRun();
        const { stored } = run;
        for (const batch of history) {
          const { plan } = run.take({ ...batch, posts: [...batch.posts, ...batch.posts] });
          const keys = [...plan.identities, ...plan.ipIdentities].map(identityKey);
          expect(new Set(keys).size).toBe(keys.length);
        }
        const posted = new Set(history.flatMap(({ posts }) => posts.map(({ id }) => id)));
        const kept = [...stored.submissions.map(({ public_id }) => public_id), ...stored.blocked];
        expect(kept.toSorted()).toEqual([...posted].toSorted());
        for (const rows of Map.groupBy(stored.submissions, ({ lead_id }) => lead_id).values())
          expect(rows.map((row) => row.submission_number)).toEqual(rows.map((_, index) => index + 1));
      }),
      few,
    );
  });

  it("no lead that somebody takes stays unsent", () => {
    fc.assert(
      fc.property(histories, (history) => {
        const run = openRun();
        for (const batch of history) {
          const { plan } = run.take(batch);
          const sent = new Set(plan.deliveries.map(({ lead_id }) => lead_id));
          const taken = plan.newLeads.filter(({ client_id }) => client_id === "acme");
          expect(taken.every(({ id }) => sent.has(id))).toBe(true);
        }
      }),
      few,
    );
  });
});

it("no order of arrival of two strangers' posts leaves one of them unsent, or takes one for the other", () => {
  fc.assert(
    fc.property(twoStrangers, (batches) => {
      const run = openRun();
      const answers = batches.flatMap((batch) => run.take(batch).answers);
      const leadsOf = (who: string) =>
        new Set(answers.filter(({ post }) => post.startsWith(who)).map(({ lead }) => lead));
      const sent = answers.filter(({ destinations }) =>
        destinations.includes("make lead.created pending subscribed"),
      );
      expect(leadsOf("a").size + leadsOf("b").size).toBe(2);
      expect(leadsOf("a")).not.toEqual(leadsOf("b"));
      expect(sent.map(({ post }) => post.charAt(0)).toSorted()).toEqual(["a", "b"]);
    }),
    many,
  );
});

it("the histories hold people who look like others, found by every kind, and what may become of them", () => {
  const met = new Set<string>();
  for (const history of fc.sample(histories, { numRuns: 200, seed: 1 })) {
    const model = openModel();
    for (const batch of history)
      for (const { lookAlikes, rule } of model.take(batch))
        for (const told of lookAlikes) met.add(`${told.split(" ")[0]} ${rule === "contradicted_match"}`);
  }
  expect([...met].toSorted()).toEqual([
    "email false",
    "email true",
    "ip true",
    "phone true",
    "visitor_id false",
    "visitor_id true",
  ]);
});
