import type { AfterDelivery } from "@leadrelay/contracts/after-delivery";
import { describe, expect, it } from "vitest";
import type { ArrivedDelivery, Callback, CallbackFacts } from "./callback-plan.ts";
import { planReturn } from "./plan-return.ts";

const at = Date.UTC(2026, 10, 30, 12);
const dayMs = 86_400_000;
const has = (destination_id: string, given: Partial<ArrivedDelivery> = {}): ArrivedDelivery => ({
  public_id: `delivery-at-${destination_id}`,
  destination_id,
  settled_at: at - dayMs,
  returned: 0,
  ...given,
});
const returning = (given: { destination_id?: string; reason?: string } = {}): Callback => ({
  id: "cb",
  client_id: "cli",
  received_at: at,
  said: { kind: "outcome", lead: { lead_id: 4 }, outcome: "returned", ...given },
  destination_id: null,
});
const facts = (given: Partial<CallbackFacts>): CallbackFacts => ({
  lead: null,
  delivery: null,
  isKept: false,
  wasSaid: false,
  arrived: [],
  returnedBy: [],
  linkedBy: null,
  ...given,
});
const agreed: AfterDelivery = { returns: {} };
const planned = (callback: Callback, given: Partial<CallbackFacts>, rules: AfterDelivery = agreed) =>
  planReturn(callback, facts(given), () => rules);
const answered = (destination_id: string) =>
  ({ destination_id }) as unknown as NonNullable<CallbackFacts["delivery"]>;

describe("whose return it is", () => {
  it.each<[what: string, Callback, Partial<CallbackFacts>, whose: string]>([
    ["the only one's that has the lead", returning(), { arrived: [has("ann")] }, "ann"],
    [
      "the one's that is named",
      returning({ destination_id: "bob" }),
      { arrived: [has("ann"), has("bob")] },
      "bob",
    ],
    [
      "the one's whose delivery it answers",
      returning(),
      { arrived: [has("ann"), has("bob")], delivery: answered("bob") },
      "bob",
    ],
    [
      "the one's that is named, whatever it answers",
      returning({ destination_id: "ann" }),
      { arrived: [has("ann"), has("bob")], delivery: answered("bob") },
      "ann",
    ],
    [
      "the next one's, named, after the first gave it back",
      returning({ destination_id: "bob" }),
      { arrived: [has("ann"), has("bob")], returnedBy: ["ann"] },
      "bob",
    ],
    [
      "nobody's where several have it and none is named",
      returning(),
      { arrived: [has("ann"), has("bob")] },
      "several destinations have this lead: say which by make_send_public_id or destination_id",
    ],
    [
      "nobody's where the one that is named has no lead",
      returning({ destination_id: "eve" }),
      { arrived: [has("ann")] },
      "no destination that may give it back has this lead",
    ],
    ["nobody's where nobody has it", returning(), {}, "no destination that may give it back has this lead"],
    [
      "a repeat: the same gave it back",
      returning({ destination_id: "ann" }),
      { arrived: [has("ann")], returnedBy: ["ann"] },
      "repeat",
    ],
    [
      "a repeat: it names nobody, and was given back, so that the next one keeps it",
      returning(),
      { arrived: [has("bob")], returnedBy: ["ann"] },
      "repeat",
    ],
  ])("is %s", (_what, callback, given, whose) => {
    const { isRepeat, refused, from } = planned(callback, given);
    expect(isRepeat ? "repeat" : (refused ?? from?.destination_id)).toBe(whose);
  });
});

it("a return that is taken counts for its buyer's month, with as many as are agreed", () => {
  const rules: AfterDelivery = { returns: { most_per_month: 3 } };
  expect(planned(returning(), { arrived: [has("ann", { returned: 2 })] }, rules)).toEqual({
    isRepeat: false,
    refused: null,
    from: has("ann", { returned: 2 }),
    tallies: [
      {
        client_id: "cli",
        subject: "return:ann",
        period: "m:2026-11",
        count: 1,
        ends_at: Date.UTC(2026, 11, 1),
        most: 3,
      },
    ],
    passesOn: false,
  });
});

it("where no number is agreed it is counted without a most", () => {
  const [tally] = planned(returning(), { arrived: [has("ann")] }).tallies;
  expect(tally).not.toHaveProperty("most");
});

it("a return that its agreement refuses says why and whose it was, counts nothing and goes nowhere", () => {
  const rules: AfterDelivery = { returns: { most_per_month: 2, pass_on: true } };
  expect(planned(returning(), { arrived: [has("ann", { returned: 2 })] }, rules)).toEqual({
    isRepeat: false,
    refused: "2 were given back this month already, as many as are agreed",
    from: has("ann", { returned: 2 }),
    tallies: [],
    passesOn: false,
  });
});

it.each<[what: string, reason: string | undefined, settledAt: number, refused: RegExp | null]>([
  ["the reason that was said", "no budget", at - dayMs, null],
  ["no reason, where one must be", undefined, at - dayMs, /none of those agreed/],
  ["when the lead arrived and when it came back", "no budget", at - 3 * dayMs, /3 days after the lead/],
])("it is judged by %s", (_what, reason, settled_at, refused) => {
  const rules: AfterDelivery = { returns: { reasons: ["no budget"], within_days: 2 } };
  const arrived = [has("ann", { settled_at })];
  const said = planned(returning(reason === undefined ? {} : { reason }), { arrived }, rules).refused;
  if (refused === null) expect(said).toBeNull();
  else expect(said).toMatch(refused);
});

it.each<[what: string, rules: AfterDelivery, passesOn: boolean]>([
  ["goes to the next where that is agreed", { returns: { pass_on: true } }, true],
  ["stays where it is not", { returns: { pass_on: false } }, false],
  ["stays where nothing is said of it", { returns: {} }, false],
])("a lead that is given back %s", (_what, rules, passesOn) => {
  expect(planned(returning(), { arrived: [has("ann")] }, rules).passesOn).toBe(passesOn);
});

it("a repeat writes nothing", () => {
  expect(planned(returning(), { arrived: [has("bob")], returnedBy: ["ann"] })).toEqual({
    isRepeat: true,
    refused: null,
    from: null,
    tallies: [],
    passesOn: false,
  });
});
