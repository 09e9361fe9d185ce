import { describe, expect, it } from "vitest";
import { chooseMembers } from "./choose-members.ts";
import type { RouteCandidate } from "./route-member.ts";

const member = (id: string, given: Partial<RouteCandidate> = {}): RouteCandidate => ({
  id,
  name: id.toUpperCase(),
  position: id.charCodeAt(0),
  weight: 1,
  given: 0,
  passed: 0,
  closed: null,
  ...given,
});
const full = { closed: "full until 18:00 IST" };
const down = { closed: "is down" };

type Case = [string, RouteCandidate[], string[], string | null, string];

describe("a route whose first member to accept a lead keeps it", () => {
  it.each<Case>([
    ["begins with the first", [member("a"), member("b")], ["a"], null, "A: first in order"],
    [
      "goes by position, whatever order they are read in",
      [member("b"), member("a")],
      ["a"],
      null,
      "A: first in order",
    ],
    [
      "passes over who is full",
      [member("a", full), member("b")],
      ["b"],
      null,
      "B: the first that takes it; A full until 18:00 IST",
    ],
    ["does not tell of those behind it", [member("a"), member("b", full)], ["a"], null, "A: first in order"],
    [
      "passes over several, and says why of each",
      [member("a", full), member("b", down), member("c")],
      ["c"],
      null,
      "C: the first that takes it; A full until 18:00 IST; B is down",
    ],
    [
      "waits at the first where all are closed",
      [member("a", full), member("b", down)],
      ["a"],
      null,
      "A: waits there, since nobody of the route takes leads now; A full until 18:00 IST; B is down",
    ],
    ["counts nobody's leads", [member("a", { given: 99 }), member("b")], ["a"], null, "A: first in order"],
    ["of nobody chooses nobody", [], [], null, ""],
  ])("%s", (_, members, chosen, passedBy, words) => {
    expect(chooseMembers("first_accepting", members)).toEqual({ chosen, passedBy, words });
  });
});

describe("a route that goes round", () => {
  it.each<Case>([
    ["begins with the first", [member("a"), member("b")], ["a"], null, "A: its turn"],
    ["goes on with the next", [member("a", { given: 1 }), member("b")], ["b"], null, "B: its turn"],
    [
      "begins again behind the last",
      [member("a", { given: 1 }), member("b", { given: 1 })],
      ["a"],
      null,
      "A: its turn",
    ],
    ["knows no shares", [member("a", { given: 1, weight: 9 }), member("b")], ["b"], null, "B: its turn"],
    [
      "passes over who is down, whose turn it was",
      [member("a", down), member("b")],
      ["b"],
      "a",
      "B: its turn; A is down",
    ],
    [
      "does not make up for turns that went by",
      [member("a", { given: 3, passed: 4 }), member("b", { given: 10, passed: -4 })],
      ["b"],
      null,
      "B: its turn",
    ],
  ])("%s", (_, members, chosen, passedBy, words) => {
    expect(chooseMembers("round_robin", members)).toEqual({ chosen, passedBy, words });
  });
});

describe("a route by shares", () => {
  const shares = (
    a: Partial<RouteCandidate>,
    b: Partial<RouteCandidate>,
    c: Partial<RouteCandidate> = {},
  ) => [
    member("a", { weight: 50, ...a }),
    member("b", { weight: 40, ...b }),
    member("c", { weight: 10, ...c }),
  ];
  it.each<Case>([
    ["begins with the largest", shares({}, {}), ["a"], null, "A: begins, with a share of 50 %"],
    [
      "goes to who is furthest behind",
      shares({ given: 60 }, { given: 31 }, { given: 9 }),
      ["b"],
      null,
      "B: 31 % of its 40 %",
    ],
    [
      "of two that are as far behind to the first in order",
      [member("a", { weight: 1, given: 5 }), member("b", { weight: 1, given: 5 })],
      ["a"],
      null,
      "A: 50 % of its 50 %",
    ],
    [
      "gives the turn of one that is full to the furthest behind of the others",
      shares({ given: 40, ...full }, { given: 31 }, { given: 29 }),
      ["b"],
      "a",
      "B: 31 % of its 40 %; A full until 18:00 IST",
    ],
    [
      "does not name who is full when it is another's turn",
      shares({ given: 60, ...full }, { given: 31 }, { given: 9 }),
      ["b"],
      null,
      "B: 31 % of its 40 %",
    ],
    [
      "waits where its turn is when all are closed",
      shares({ given: 60, ...full }, { given: 31, ...down }, { given: 9, ...down }),
      ["b"],
      null,
      "B: waits there, since nobody of the route takes leads now; A full until 18:00 IST; B is down; C is down",
    ],
    [
      "gives nothing to who has no share",
      [member("a", { weight: 0 }), member("b", { given: 7 })],
      ["b"],
      null,
      "B: 100 % of its 100 %",
    ],
    [
      "gives no turn to who has no share, however many went by",
      [member("a", { weight: 0, passed: -3 }), member("b", { given: 7 })],
      ["b"],
      null,
      "B: 100 % of its 100 %",
    ],
    [
      "but to take what another cannot",
      [member("a", { weight: 0 }), member("b", { given: 7, ...full })],
      ["a"],
      "b",
      "A: takes what others cannot; B full until 18:00 IST",
    ],
    [
      "of several without a share, by turns",
      [member("a", { weight: 0, given: 2 }), member("b", { weight: 0, given: 1 })],
      ["b"],
      null,
      "B: takes what others cannot",
    ],
    [
      "tells tenths of small shares",
      [member("a", { weight: 1, given: 0 }), member("b", { weight: 199, given: 300 })],
      ["a"],
      null,
      "A: 0 % of its 0.5 %",
    ],
  ])("%s", (_, members, chosen, passedBy, words) => {
    expect(chooseMembers("weighted", members)).toEqual({ chosen, passedBy, words });
  });
});

it("a route of all gives a lead to everybody, open or not", () => {
  expect(chooseMembers("all", [member("b", down), member("a")])).toEqual({
    chosen: ["a", "b"],
    passedBy: null,
    words: "everybody of the route gets it",
  });
});
