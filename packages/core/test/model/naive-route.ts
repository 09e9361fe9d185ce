/** A member as the naive model keeps it: what it had, and what of it were its own turns. */
interface NaiveMember {
  name: string;
  share: number;
  leads: number;
  turns: number;
}

/**
 * A route by shares or by turns, told a second time: whose turn it is is found by multiplying out, never by dividing, and what was missed
 * while closed is a turn all the same. Slow, and nothing of the code that decides.
 */
export function naiveRoute(shares: readonly number[]) {
  const members = shares.map((share, place): NaiveMember => ({
    name: `m${place}`,
    share,
    leads: 0,
    turns: 0,
  }));
  const next = (among: readonly NaiveMember[], had: (member: NaiveMember) => number) => {
    const whole = among.map(({ share }) => share).reduce((a, b) => a + b, 0);
    const soFar = among.map(had).reduce((a, b) => a + b, 0);
    const withShare = among.filter(({ share }) => whole === 0 || share > 0);
    const debts = withShare.map((member) =>
      whole === 0 ? -had(member) : (soFar + 1) * member.share - had(member) * whole,
    );
    return withShare[debts.indexOf(Math.max(...debts))];
  };
  return {
    members,
    /** Who gets the next lead, of those whom it may go to. */
    take(allowed: readonly boolean[], open: readonly boolean[]): string | null {
      const may = members.filter((_, place) => allowed[place]);
      const turn = next(may, ({ turns }) => turns);
      if (turn === undefined) return null;
      turn.turns += 1;
      const isOpen = (member: NaiveMember) => open[members.indexOf(member)] === true;
      const others = may.filter(isOpen);
      const taker = isOpen(turn) || others.length === 0 ? turn : next(others, ({ leads }) => leads);
      if (taker === undefined) return null;
      taker.leads += 1;
      return taker.name;
    },
    /** Who gets a lead that leaves a member; the turn stays that one's. Null: nobody is left. */
    leave(from: string, allowed: readonly boolean[], open: readonly boolean[]): string | null {
      const left = members.find(({ name }) => name === from);
      const others = members.filter((member, place) => member !== left && allowed[place] && open[place]);
      const taker = next(others, ({ leads }) => leads);
      if (left === undefined || taker === undefined) return null;
      left.leads -= 1;
      taker.leads += 1;
      return taker.name;
    },
  };
}
