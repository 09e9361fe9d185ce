import type { Period } from "./read-moment.ts";

interface Given {
  day?: Period | undefined;
  since?: number | undefined;
  until?: number | undefined;
}

/** The period that a day, or its ends, were given as; until when is not in it. */
export const periodOf = ({ day, since, until }: Given): Omit<Given, "day"> => day ?? { since, until };

/** The same for a replay, whose plans include the last moment. */
export function includedPeriodOf(given: Given): Omit<Given, "day"> {
  const { since, until } = periodOf(given);
  return { since, until: until === undefined ? undefined : until - 1 };
}
