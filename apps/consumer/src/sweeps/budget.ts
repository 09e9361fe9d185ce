/** What one invocation may ask of KV, D1 and queues together (developers.cloudflare.com/workers/platform/limits#subrequests). */
export const mostCalls = 1000;

/** Calls that are left. A bulk read, a batch of statements or of messages is one. */
export interface Budget {
  readonly left: number;
  /** Takes so many; none, and false, where so many are not left: the next minute goes on. */
  take(calls: number): boolean;
}

export function openBudget(calls = mostCalls): Budget {
  let left = calls;
  return {
    get left() {
      return left;
    },
    take(wanted) {
      if (wanted > left) return false;
      left -= wanted;
      return true;
    },
  };
}

/** The same budget, of which so many calls are left to others. */
export const leaving = (budget: Budget, reserved: number): Budget => ({
  get left() {
    return Math.max(0, budget.left - reserved);
  },
  take: (wanted) => wanted <= budget.left - reserved && budget.take(wanted),
});
