import type { RouteMode } from "@leadrelay/contracts/route-mode";
import type { RouteCandidate } from "./route-member.ts";
import { sayShare } from "./say-share.ts";

/** Who gets a lead, and why. */
export interface RouteChoice {
  /** Ids: one, unless the mode is `all`; none where nobody may get it. */
  chosen: readonly string[];
  /** Whose turn it was, where another took it because that one was closed. */
  passedBy: string | null;
  /** The choice as people read it: "B: 31 % of its 40 %; A full until 18:00 IST". */
  words: string;
}

const nobody: RouteChoice = { chosen: [], passedBy: null, words: "" };

/**
 * Who of a route's members gets a lead. The same facts choose the same. Who is closed is passed over for the next that is open; where none is,
 * the lead waits at the one whose turn it is. What somebody missed while closed is not made up for later: a buyer that opens in the morning
 * gets its share of the morning's leads, and not the night's.
 */
export function chooseMembers(mode: RouteMode, candidates: readonly RouteCandidate[]): RouteChoice {
  const members = candidates.toSorted((a, b) => a.position - b.position);
  const [first] = members;
  if (first === undefined) return nobody;
  switch (mode) {
    case "all":
      return { chosen: members.map(({ id }) => id), passedBy: null, words: "everybody of the route gets it" };
    case "first_accepting":
      return inOrder(members, first);
    case "round_robin":
      return inTurn(
        members.map((member) => ({ ...member, weight: 1 })),
        sayTurn,
      );
    case "weighted":
      return inTurn(members, sayShare);
  }
}

/** Its `passedBy` stays null: nothing is counted by turns. */
function inOrder(members: readonly RouteCandidate[], first: RouteCandidate): RouteChoice {
  const open = members.find(({ closed }) => closed === null);
  if (open === undefined) return held(first, members);
  const before = members.slice(0, members.indexOf(open));
  const what = open === first ? "first in order" : "the first that takes it";
  return { chosen: [open.id], passedBy: null, words: joined(`${open.name}: ${what}`, before) };
}

function inTurn(
  members: readonly RouteCandidate[],
  say: (chosen: RouteCandidate, members: readonly RouteCandidate[]) => string,
): RouteChoice {
  const turn = furthestBehind(members, ({ given, passed }) => given + passed);
  if (turn.closed === null) return { chosen: [turn.id], passedBy: null, words: say(turn, members) };
  const open = members.filter(({ closed }) => closed === null);
  if (open.length === 0) return held(turn, members);
  const next = furthestBehind(open, ({ given }) => given);
  return { chosen: [next.id], passedBy: turn.id, words: joined(say(next, members), [turn]) };
}

const sayTurn = ({ name }: RouteCandidate) => `${name}: its turn`;

/**
 * The one that, given this lead, is furthest behind its share of them all; of equals the first in order. So nobody is ever a whole lead
 * ahead of its share, in however small batches leads come.
 */
function furthestBehind(
  members: readonly RouteCandidate[],
  had: (member: RouteCandidate) => number,
): RouteCandidate {
  const weights = members.reduce((sum, { weight }) => sum + weight, 0);
  const leads = members.reduce((sum, member) => sum + had(member), 1);
  const behind = (member: RouteCandidate) =>
    // Whole numbers: what is as far behind is equally so.
    weights === 0 ? -had(member) : leads * member.weight - had(member) * weights;
  // Without any share only those are left that get what others cannot take: by turns.
  const shared = weights === 0 ? members : members.filter(({ weight }) => weight > 0);
  return shared.reduce((best, member) => (behind(member) > behind(best) ? member : best));
}

const held = (member: RouteCandidate, members: readonly RouteCandidate[]): RouteChoice => ({
  chosen: [member.id],
  passedBy: null,
  words: joined(`${member.name}: waits there, since nobody of the route takes leads now`, members),
});

/** Behind a sentence who was closed. */
const joined = (words: string, closed: readonly RouteCandidate[]) =>
  [words, ...closed.flatMap(({ name, closed: why }) => (why === null ? [] : [`${name} ${why}`]))].join("; ");
