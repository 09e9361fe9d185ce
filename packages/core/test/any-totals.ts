import * as fc from "fast-check";

/** What a session may have come to. */
export const anyTotals = fc.record({
  duration_ms: fc.nat({ max: 86_400_000 }),
  scroll_percent: fc.nat({ max: 100 }),
  clicks: fc.nat({ max: 100_000 }),
  page_views: fc.nat({ max: 100_000 }),
  events: fc.nat({ max: 100_000 }),
  returns: fc.nat({ max: 100_000 }),
});
