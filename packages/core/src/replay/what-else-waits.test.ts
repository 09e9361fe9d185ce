import type { AgainFilter, ReplaySkips } from "@leadrelay/contracts/replay";
import { expect, it } from "vitest";
import { whatElseWaits, type WaitingCounts } from "./what-else-waits.ts";

const counted = (count: number, isMore = false) => ({ count, isMore });
const letters = (given: Record<string, number>) =>
  Object.entries(given).map(([kind, count]) => ({ kind, count }));
const none: WaitingCounts = { pending: counted(0), held: counted(0), due: counted(0), letters: [] };

type Row = [
  sentence: string,
  filter: AgainFilter,
  waiting: Partial<WaitingCounts>,
  skipped: ReplaySkips,
  told: [string, AgainFilter | null][],
];

const dead = { status: "dead" } as const;
const pending = { status: "pending" } as const;
const held = { status: "held" } as const;
const ours = { client_ids: ["a"], destination_ids: ["d"] };

it.each<Row>([
  ["nothing where nothing waits", dead, {}, {}, []],
  ["what waits for a later try", dead, { pending: counted(8) }, {}, [["8 wait for their next try", pending]]],
  ["one of them", dead, { pending: counted(1) }, {}, [["1 waits for its next try", pending]]],
  [
    "as many as were counted",
    dead,
    { pending: counted(1_000, true) },
    {},
    [["1000 or more wait for their next try", pending]],
  ],
  [
    "dead letters of another kind",
    dead,
    { letters: letters({ unknown_form: 3 }) },
    {},
    [["3 dead letters of another kind, unknown_form", { ...dead, kinds: ["unknown_form"] }]],
  ],
  [
    "those of deliveries where another kind was asked for",
    { ...dead, kinds: ["poison"] },
    { letters: letters({ delivery: 1, poison: 0 }) },
    {},
    [["1 dead letter of another kind, delivery", dead]],
  ],
  [
    "what is held, narrowed as was asked",
    { ...dead, ...ours },
    { held: counted(2) },
    {},
    [["2 are held by their disabled destinations", { ...held, ...ours }]],
  ],
  [
    "letters of another kind by client alone, because they have no destination",
    { ...held, ...ours },
    { held: counted(2), letters: letters({ spill: 1 }) },
    { destination_disabled: 2 },
    [["1 dead letter of the kind spill", { ...dead, client_ids: ["a"], kinds: ["spill"] }]],
  ],
  [
    "what is due or being sent, which needs nobody",
    dead,
    { due: counted(2) },
    {},
    [["2 are due now or being sent, which goes on by itself", null]],
  ],
  ["not what the plan itself says is under way", pending, { due: counted(2) }, { under_way: 2 }, []],
  ["not what was asked for", { status: "any" }, { pending: counted(1), held: counted(1) }, {}, []],
  [
    "of a plan of any delivery the letters of other kinds alone",
    { status: "any" },
    { letters: letters({ delivery: 4, spill: 1 }) },
    { erased: 4 },
    [["1 dead letter of the kind spill", { ...dead, kinds: ["spill"] }]],
  ],
  [
    "of cancelled ones whatever waits",
    { status: "cancelled" },
    { pending: counted(2), letters: letters({ delivery: 1 }) },
    {},
    [
      ["2 wait for their next try", pending],
      ["1 dead letter of the kind delivery", dead],
    ],
  ],
  [
    "dead letters that the time leaves out",
    { ...dead, since: 5, client_ids: ["a"] },
    { letters: letters({ delivery: 12 }) },
    {},
    [["12 more that the time you asked for leaves out", { ...dead, client_ids: ["a"] }]],
  ],
  [
    "those that several things leave out, without those the plan tells of",
    { ...dead, until: 5, status_codes: [500] },
    { letters: letters({ delivery: 12 }) },
    { erased: 2, delivered: 3 },
    [["10 more that the time and the answers you asked for leave out", dead]],
  ],
  [
    "held ones of other forms",
    { ...held, form_ids: ["f"], destination_ids: ["d"] },
    { held: counted(3) },
    {},
    [["3 more that the forms you asked for leave out", { ...held, destination_ids: ["d"] }]],
  ],
  ["not what waits, where that was asked for", pending, { pending: counted(2) }, {}, []],
  ["the one that is held", dead, { held: counted(1) }, {}, [["1 is held by its disabled destination", held]]],
  [
    "the one that is due",
    dead,
    { due: counted(1) },
    {},
    [["1 is due now or being sent, which goes on by itself", null]],
  ],
  ["nothing of letters of a kind that it does not know", dead, { letters: letters({ other: 3 }) }, {}, []],
  [
    "dead letters of other destinations, whatever kinds were asked for",
    { ...dead, kinds: ["poison"], destination_ids: ["d"] },
    { letters: letters({ poison: 3 }) },
    {},
    [["3 more that the destinations you asked for leave out", { ...dead, kinds: ["poison"] }]],
  ],
  [
    "letters that the time leaves out apart from those of another kind",
    { ...dead, since: 5 },
    { letters: letters({ delivery: 2, spill: 5 }) },
    {},
    [
      ["2 more that the time you asked for leaves out", dead],
      ["5 dead letters of another kind, spill", { ...dead, kinds: ["spill"] }],
    ],
  ],
  [
    "what waits behind the time, as far as it was counted",
    { ...pending, until: 5 },
    { pending: counted(1_000, true), held: counted(0) },
    { under_way: 1 },
    [["1000 or more more that the time you asked for leaves out", pending]],
  ],
  [
    "what is held and left out apart from what waits for a try",
    { ...held, form_ids: ["f"] },
    { held: counted(3), pending: counted(2) },
    {},
    [
      ["3 more that the forms you asked for leave out", held],
      ["2 wait for their next try", pending],
    ],
  ],
  [
    "of a plan of any delivery all that the forms leave out",
    { status: "any", form_ids: ["f"] },
    { pending: counted(2), held: counted(3), letters: letters({ delivery: 1 }) },
    {},
    [["6 more that the forms you asked for leave out", { status: "any" }]],
  ],
])("tells %s", (_sentence, filter, waiting, skipped, told) => {
  const found = whatElseWaits(filter, { ...none, ...waiting }, skipped);
  expect(found.map(({ meaning, filter: asks }) => [meaning, asks])).toEqual(told);
});

it("says whether there are more than were counted; dead letters are all counted", () => {
  const waiting = { ...none, pending: counted(1_000, true), letters: letters({ spill: 3 }) };
  expect(whatElseWaits(dead, waiting, {})).toMatchObject([
    { count: 1_000, isMore: true },
    { count: 3, isMore: false },
  ]);
});
