/** Each bucket's end is its start times this. */
const ratio = 1.2;
/** 1.2 ^ 119 ms are thirty days: whatever took longer stands in the last. */
const lastBucket = 120;

/** The bucket where nothing is measured: a dead delivery, one that a person sent on purpose, or one whose submission's time is not known. */
export const noBucket = -1;

/** Where a duration is counted: 0 below a millisecond, n ≥ 1 from 1.2 ^ (n - 1) up to 1.2 ^ n ms. A clock that went back counts as 0. */
export function bucketOf(ms: number): number {
  if (ms < 1) return 0;
  return Math.min(lastBucket, Math.floor(Math.log(ms) / Math.log(ratio)) + 1);
}

/** How many durations a bucket has; the same bucket may come more than once. */
export interface BucketCount {
  bucket: number;
  value: number;
}

/**
 * The duration in ms that the share `p` (0 to 1) of all did not exceed; null when nothing was measured. It is the geometric middle of
 * the bucket which that duration is in, so at most 9.6 % off, whatever the distribution within the bucket (√1.2 = 1.095).
 */
export function percentile(counts: readonly BucketCount[], p: number): number | null {
  const measured = counts.filter(({ bucket, value }) => bucket !== noBucket && value > 0);
  const total = measured.reduce((sum, { value }) => sum + value, 0);
  let passed = 0;
  for (const { bucket, value } of measured.toSorted((a, b) => a.bucket - b.bucket)) {
    passed += value;
    if (passed >= p * total) return middleOf(bucket);
  }
  return null;
}

const middleOf = (bucket: number) => (bucket === 0 ? 0 : ratio ** (bucket - 0.5));
