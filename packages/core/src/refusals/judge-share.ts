/** Posts of a form: those that nothing came of, and those that were taken. */
export interface PostCounts {
  lost: number;
  taken: number;
}

/** From when on a share is told of; see `judgeShare`. */
export interface ShareLimits {
  /** Posts lost lately: below, chance and a bored passer-by. */
  least: number;
  /** Of all that came lately, 0 to 1. */
  share: number;
}

/** A week with fewer posts says nothing of what is usual. */
const fewestToCompare = 20;

/**
 * Whether a form loses more of its posts lately than it should: at least so many, at least that share of them, and, where a week tells what
 * is usual, as far above that as half of what there is to lose beyond it. A form that takes nothing is told of however usual that is.
 * @returns the share lost lately, 0 to 1; null where it is as it should be.
 */
export function judgeShare(
  lately: PostCounts,
  week: PostCounts,
  { least, share: fewest }: ShareLimits,
): number | null {
  if (lately.lost < Math.max(1, least)) return null;
  const share = shareOf(lately);
  const usual = week.lost + week.taken < fewestToCompare ? 0 : shareOf(week);
  return share >= Math.max(fewest, (1 + usual) / 2) || share === 1 ? share : null;
}

const shareOf = ({ lost, taken }: PostCounts) => lost / (lost + taken);
