import { describe, expect, it } from "vitest";
import type { Evidence, Send, StoredDelivery, StoredSubmission } from "./evidence.ts";
import { judge, type Rules } from "./judge.ts";

const row = (id: string, more: Partial<StoredSubmission> = {}): StoredSubmission => ({
  id,
  leadId: Number(id),
  outcome: "new_lead",
  email: `${id}@example.com`,
  ...more,
});
const delivery = (id: string, more: Partial<StoredDelivery> = {}): StoredDelivery => ({
  id: `d${id}`,
  submissionId: id,
  leadId: Number(id),
  destinationId: "dst",
  status: "delivered",
  hasOpenLetter: false,
  ...more,
});
const send = (id: string, more: Partial<Send> = {}): Send => ({
  at: 0,
  path: "/hook",
  submissionId: id,
  deliveryId: `d${id}`,
  email: `${id}@example.com`,
  status: 200,
  ...more,
});

/** Two leads with whom all went well, and what else is so. */
const evidence = (more: Partial<Evidence> = {}): Evidence => ({
  acknowledged: ["1", "2"],
  refused: [],
  submissions: [row("1"), row("2")],
  deliveries: [delivery("1"), delivery("2")],
  destinations: 1,
  letters: [],
  sends: [send("1"), send("2")],
  ...more,
});
const noCrash: Rules = { crashes: 0, ends: [] };
const problemsOf = (more: Partial<Evidence>, rules: Partial<Rules> = {}) =>
  judge(evidence(more), { ...noCrash, ...rules }).problems;

it("leads that are stored once and arrived once are no problem, and each is counted once", () => {
  expect(judge(evidence(), noCrash)).toEqual({
    acknowledged: 2,
    stored: 2,
    delivered: 2,
    duplicates: 0,
    waiting: 0,
    letters: 0,
    cancelled: 0,
    lost: 0,
    extra: 0,
    problems: [],
  });
});

describe("is found out:", () => {
  it.each<[string, Partial<Evidence>, string]>([
    [
      "an acknowledged id that is nowhere",
      { submissions: [row("1")], deliveries: [delivery("1")], sends: [send("1")] },
      "acknowledged and lost: 1 (2)",
    ],
    ["a doubled row", { submissions: [row("1"), row("2"), row("2")] }, "stored twice: 1 (2)"],
    [
      "one id acknowledged for two posts",
      { acknowledged: ["1", "2", "2"] },
      "acknowledged for two posts: 1 (2)",
    ],
    [
      "a stored lead that nobody is told of",
      { deliveries: [delivery("1")], sends: [send("1")] },
      "acknowledged and lost: 1 (2)",
    ],
    [
      "a duplicate whose lead was never sent",
      {
        submissions: [row("1"), row("2", { outcome: "duplicate" })],
        deliveries: [delivery("1")],
        sends: [send("1")],
      },
      "acknowledged and lost: 1 (2)",
    ],
    [
      "a dead delivery whose letter is not open",
      { deliveries: [delivery("1"), delivery("2", { status: "dead" })], sends: [send("1")] },
      "acknowledged and lost: 1 (2)",
    ],
    [
      "a delivery that the receiver has not",
      { sends: [send("1")] },
      "delivered by D1's word, and the receiver has it not: 1 (d2)",
    ],
    [
      "a delivery that the receiver only refused",
      { sends: [send("1"), send("2", { status: 500 })] },
      "delivered by D1's word, and the receiver has it not: 1 (d2)",
    ],
    ["a doubled send", { sends: [send("1"), send("2"), send("2")] }, "sent twice without a crash: 1 (d2)"],
    [
      "a second send under another id",
      { sends: [send("1"), send("2"), send("2", { deliveryId: "d1" })] },
      "sent under two ids: 1 (2 /hook)",
    ],
    [
      "a send that D1 knows nothing of",
      { sends: [send("1"), send("2"), send("3")] },
      "sent under an id that D1 does not know: 1 (d3)",
    ],
    [
      "a refused post that is delivered all the same",
      { refused: ["2@example.com"] },
      "delivered though its post was refused: 1 (2@example.com)",
    ],
    [
      "two leads for one person",
      { submissions: [row("1"), row("2", { email: "1@example.com" })] },
      "two leads for one person: 1 (1@example.com)",
    ],
    [
      "one person sent twice as new",
      { sends: [send("1"), send("2", { email: "1@example.com" })] },
      "one person sent twice as new: 1 (1@example.com /hook)",
    ],
  ])("%s", (_, more, problem) => {
    expect(problemsOf(more)).toContain(problem);
  });
});

describe("a lead left", () => {
  const left: [string, Partial<StoredDelivery>, "waiting" | "held" | "letter" | "cancelled"][] = [
    ["pending", { status: "pending" }, "waiting"],
    ["in flight", { status: "in_flight" }, "waiting"],
    ["held", { status: "held" }, "held"],
    ["dead with an open letter", { status: "dead", hasOpenLetter: true }, "letter"],
    ["cancelled", { status: "cancelled" }, "cancelled"],
  ];
  it.each(left)("%s is a problem, unless it may be left so", (_, state, end) => {
    const more = { deliveries: [delivery("1"), delivery("2", state)], sends: [send("1")] };
    expect(problemsOf(more)).toEqual([`left ${end}: 1 (2)`]);
    expect(problemsOf(more, { ends: [end] })).toEqual([]);
  });

  it("in a letter instead of a row is kept", () => {
    const more = { submissions: [row("1")], deliveries: [delivery("1")], sends: [send("1")], letters: ["2"] };
    expect(problemsOf(more, { ends: ["letter"] })).toEqual([]);
    expect(judge(evidence(more), noCrash)).toMatchObject({ stored: 1, letters: 1, lost: 0 });
  });

  it("stored with nowhere to go is kept, if there is nowhere to go", () => {
    const more = { deliveries: [delivery("1")], sends: [send("1")], destinations: 0 };
    expect(problemsOf(more)).toEqual(["left kept: 1 (2)"]);
    expect(problemsOf(more, { ends: ["kept"] })).toEqual([]);
    expect(problemsOf({ ...more, destinations: 1 }, { ends: ["kept"] })).toEqual([
      "acknowledged and lost: 1 (2)",
    ]);
  });

  it("unsent because the same person's other post went out is a duplicate", () => {
    const more = {
      submissions: [row("1"), row("2", { leadId: 1, outcome: "duplicate" as const, email: "1@example.com" })],
      deliveries: [delivery("1")],
      sends: [send("1")],
    };
    expect(judge(evidence(more), noCrash)).toMatchObject({
      delivered: 1,
      duplicates: 1,
      lost: 0,
      problems: [],
    });
  });
});

describe("after a crash", () => {
  const twice = (count: number, times = 2) => {
    const ids = Array.from({ length: count }, (_, index) => String(index));
    return {
      acknowledged: ids,
      submissions: ids.map((id) => row(id)),
      deliveries: ids.map((id) => delivery(id)),
      sends: ids.flatMap((id) => Array.from({ length: times }, () => send(id))),
    };
  };
  it("each delivery may be sent once more, thirty of them at most", () => {
    expect(problemsOf(twice(30), { crashes: 1 })).toEqual([]);
    expect(judge(evidence(twice(30)), { ...noCrash, crashes: 1 }).extra).toBe(30);
    expect(problemsOf(twice(31), { crashes: 1 })).toEqual(["more than 30 extra sends a crash: 1 (31)"]);
    expect(problemsOf(twice(31), { crashes: 2 })).toEqual([]);
  });

  it("none may be sent twice more", () => {
    expect(problemsOf(twice(1, 3), { crashes: 1 })).toEqual(["sent more than once more a crash: 1 (d0)"]);
  });
});

it("tries that failed are no extra sends", () => {
  const sends = [send("1"), send("2", { status: 500 }), send("2", { status: null }), send("2")];
  expect(judge(evidence({ sends }), noCrash)).toMatchObject({ extra: 0, problems: [] });
});
