/** What response rules and the signing secret say. */
export const answers = {
  title: "What its answers mean",
  help: "Buyers of leads often answer 200 and refuse. Say which words mean what; the last answers show what they would count as.",
  last: "The last answers",
  none: "It has answered nothing yet, or nothing is kept. Send a test, or wait for a lead.",
  mayNot: "Receivers quote people, and your role sees contact details masked.",
  changed: (count: number) =>
    count === 0 ? "None of them would count as something else." : `${count} would count as something else.`,
  counts: "Counts as",
  would: "Would count as",
  outcomes: {
    delivered: "Accepted",
    duplicate_at_receiver: "Duplicate",
    retry: "Later",
    refused: "Refused",
    gone: "Gone",
    unknown: "Only its beginning is kept",
  },
  reason: (reason: string) => `Reason: ${reason}`,
  reference: (reference: string) => `Its id: ${reference}`,
  delivery: "The delivery",
  cut: "Only its beginning is kept.",
} as const;

export const secret = {
  title: "Signing secret",
  help: "Requests are signed, so that their receiver knows they are ours. Another secret is shown once; for as long as you say both sign, so that nothing is refused while the receiver learns the new one.",
  unsigned: "Its requests are not signed. Settings, Signature changes that.",
  overlap: "Both sign for",
  overlaps: {
    0: "not at all: the old one ends at once",
    3_600: "an hour",
    86_400: "a day",
    604_800: "a week",
  },
  rotate: "Make another secret",
  rotating: "Making …",
  until: "The secret before signs, too, until",
  ended: "The secret before has ended.",
  verify: "How a receiver verifies it: docs/verify-webhooks.md, with receivers in five languages.",
} as const;
