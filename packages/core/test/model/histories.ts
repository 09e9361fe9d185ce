import * as fc from "fast-check";
import type { Batch, FormName, Post } from "./world.ts";

const minute = 60_000;
const hour = 60 * minute;
const start = 1_700_000_000_000;

const ending = fc.constantFrom<("delivered" | "retry" | "refused")[]>(
  ["delivered"],
  ["retry", "delivered"],
  ["retry"],
  ["retry", "retry", "retry"],
  ["retry", "refused"],
);

/** Few people, few addresses, few names, so that they meet all the time. */
const details = {
  name: fc.constantFrom("Asha", "Ravi", "Asha Rao", "Meera", "Ravi", "A Robot"),
  email: fc.constantFrom("a@x.io", "A@X.io", "Asha <a@x.io>", "b@x.io", "none", "nonsense", "noemail@x.io"),
  phone: fc.constantFrom(
    "+91 98765 43210",
    "0091 9876543210",
    "+919123456780",
    "+91 91 98765 43210",
    "+1 (202) 555-0123",
    "+1 202 555 0123 x7",
    "+91 91234 56780, +91 98765 43210",
    "+91 99999 99999",
    "+91",
    "12",
    "34",
  ),
  visitor: fc.constantFrom("v1", "v2", "undefined", "{{Visitor ID}}"),
  project: fc.constantFrom("Villa", " villa "),
  seconds: fc.constantFrom("2", "5", "10", "soon"),
};
const office = "203.0.113.1";
const somewhere = {
  ip: fc.constantFrom(office, office, "2001:db8:1:2::a", "2001:db8:1:2::b", "203.0.113.11"),
  browser: fc.constantFrom("firefox", "firefox", "firefox", "chrome"),
};
const listed = fc.constantFrom("203.0.113.10", "203.0.113.66");
const { name, email, phone, visitor } = details;
const typed = fc.oneof(
  { weight: 3, arbitrary: fc.record({ ...details, ...somewhere }, { requiredKeys: [] }) },
  // People at an office who say little: only there an address says anything.
  {
    weight: 2,
    arbitrary: fc.record({ email, phone, visitor, ...somewhere }, { requiredKeys: ["ip", "browser"] }),
  },
  {
    weight: 3,
    arbitrary: fc.oneof(
      fc.record({ name, ...somewhere }),
      fc.record({ email, ...somewhere }),
      fc.record({ phone, ...somewhere }),
      fc.record(somewhere),
    ),
  },
  { weight: 1, arbitrary: fc.record({ ...details, ip: listed }, { requiredKeys: ["ip"] }) },
);

const post = fc.record({
  typed,
  form: fc.constantFrom<FormName>(
    "plain",
    "plain",
    "plain",
    "plain",
    "quick",
    "once",
    "by_send",
    "by_letter",
    "watchful",
    "elsewhere",
  ),
  machine: fc.constantFrom(false, false, false, false, true),
  bot: fc.constantFrom(false, false, true),
  tooFast: fc.constantFrom(false, false, true),
  campaign: fc.constantFrom(null, "google", "meta"),
  sent: fc.option(fc.oneof(fc.record({ make: ending }), fc.record({ crm: ending, gone: ending })), {
    freq: 3,
  }),
  waits: fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom(0, 1, minute) },
    { weight: 2, arbitrary: fc.constantFrom(5 * minute - 1, 5 * minute, 30 * minute - 1, 30 * minute) },
    { weight: 1, arbitrary: fc.constantFrom(2 * hour, 24 * hour - 1, 24 * hour) },
  ),
  isLateBy: fc.constantFrom(0, 0, 0, 0, 0, 1, minute, 31 * minute, 25 * hour),
});

const batch = fc.record({
  posts: fc.array(post, { minLength: 1, maxLength: 6 }),
  fate: fc.constantFrom("waits", "arrives", "arrives", "dies", "given_up", "given_up"),
  /** Posts of before that the queue brings once more. */
  again: fc.array(fc.nat({ max: 30 }), { maxLength: 1 }),
});

/** What may happen to an installation, batch after batch: people who return, leads that arrive late or twice, sends that fail. */
export const histories = fc.array(batch, { minLength: 1, maxLength: 8 }).map((all) => {
  let now = start;
  const posts: Post[] = [];
  return all.map(({ posts: drawn, fate, again }): Batch => {
    const fresh = drawn.map(({ waits, isLateBy, sent, typed: given, ...rest }, index): Post => {
      now += waits;
      // Not in the order of arrival, because ids of one millisecond are not either.
      const id = `p${String(((posts.length + index) * 37) % 101).padStart(3, "0")}`;
      return { id, at: now - isLateBy, ...rest, ...given, ...(sent !== null && { sent }) };
    });
    posts.push(...fresh);
    const repeated = again.flatMap((index) => posts[index] ?? []);
    return { posts: [...repeated, ...fresh], fate, at: now + minute };
  });
});
