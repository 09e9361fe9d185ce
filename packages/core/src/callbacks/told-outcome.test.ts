import type { LeadOutcome } from "@leadrelay/contracts/callback-limits";
import { describe, expect, test } from "vitest";
import { calledBackLead as lead } from "../../test/called-back-lead.ts";
import type { Callback, CallbackFacts, ToldOutcome } from "./callback-plan.ts";
import { toldOutcome } from "./told-outcome.ts";

type Facts = Parameters<typeof toldOutcome>[1];
type Row = Parameters<typeof toldOutcome>[2];
type Said = Extract<Callback["said"], { kind: "outcome" }>;

const said: Said = { kind: "outcome", lead: { lead_id: 7 }, outcome: "won" };
const at = (destination_id: string) => ({
  public_id: destination_id,
  destination_id,
  settled_at: 1,
  returned: 0,
});
const by = (destination_id: string | null): ToldOutcome => ({ word: "won", destination_id });
const callback = (more: Partial<Said>): Callback => ({
  id: "c",
  client_id: "client",
  received_at: 5,
  said: { ...said, ...more },
  destination_id: null,
});
const byCrm = { lead: { crm_lead_id: "512" } };

test.each<
  [what: string, more: Partial<Said>, facts: Partial<Facts>, row: Partial<Row>, told: ToldOutcome | null]
>([
  ["the delivery that it names says whose it is", {}, {}, { destination_id: "named" }, by("named")],
  ["a destination that has the lead may be named", { destination_id: "b" }, {}, {}, by("b")],
  ["one that has it not is not believed", { destination_id: "z" }, {}, {}, by(null)],
  ["by its CRM's id it is of whose CRM that is", byCrm, { linkedBy: "crm" }, {}, by("crm")],
  ["a link says nothing of one that goes by another id", {}, { linkedBy: "crm" }, {}, by(null)],
  ["the only one that has it is meant", {}, { arrived: [at("a")] }, {}, by("a")],
  ["a name counts before a link", { ...byCrm, destination_id: "b" }, { linkedBy: "crm" }, {}, by("b")],
  ["of several nobody knows which", byCrm, {}, {}, by(null)],
  ["of none nobody knows", {}, { arrived: [] }, {}, by(null)],
  ["one that was refused does not count", { outcome: "returned" }, {}, { refused: "too late" }, null],
  ["of no lead nothing counts", {}, { lead: null }, {}, null],
  ["of a test nothing counts", {}, { lead: { ...lead, is_test: true } }, {}, null],
])("%s", (_what, more, facts, row, told) => {
  const known: Facts = { lead, arrived: [at("a"), at("b")], linkedBy: null, ...facts };
  expect(toldOutcome(callback(more), known, { refused: null, destination_id: null, ...row })).toEqual(told);
});

test("only an outcome counts", () => {
  const known: Facts = { lead, arrived: [at("a")], linkedBy: null };
  const activity: Callback = {
    ...callback({}),
    said: { kind: "activity", lead: { lead_id: 7 }, activity: "won" },
  };
  expect(toldOutcome(activity, known, { refused: null, destination_id: "a" })).toBeNull();
});

describe("as the plain reading of the rule has it, of whatever is said", () => {
  const outcomes: LeadOutcome[] = ["contacted", "qualified", "won", "lost", "returned"];
  const ids = [null, "a", "b", "z"] as const;
  const homes: CallbackFacts["arrived"][] = [[], [at("a")], [at("a"), at("b")]];
  const cases = outcomes.flatMap((outcome) =>
    ids.flatMap((named) =>
      ids.flatMap((linkedBy) =>
        [true, false].flatMap((isByCrm) =>
          homes.flatMap((arrived) =>
            ids.map((delivered) => ({ outcome, named, linkedBy, isByCrm, arrived, delivered })),
          ),
        ),
      ),
    ),
  );

  /** One question after the other, first answer counts. */
  function plainly({ named, linkedBy, isByCrm, arrived, delivered }: (typeof cases)[number]): string | null {
    const homesOf = new Set(arrived.map(({ destination_id }) => destination_id));
    if (delivered !== null) return delivered;
    if (named !== null && homesOf.has(named)) return named;
    if (isByCrm && linkedBy !== null) return linkedBy;
    if (homesOf.size !== 1) return null;
    return [...homesOf].join("");
  }

  test(`in ${cases.length} cases`, () => {
    for (const one of cases) {
      const { outcome, named, linkedBy, isByCrm, arrived, delivered } = one;
      const more: Partial<Said> = {
        outcome,
        ...(named === null ? {} : { destination_id: named }),
        ...(isByCrm ? byCrm : {}),
      };
      expect(
        toldOutcome(
          callback(more),
          { lead, arrived, linkedBy },
          { refused: null, destination_id: delivered },
        ),
        JSON.stringify(one),
      ).toEqual({ word: outcome, destination_id: plainly(one) });
    }
  });
});
