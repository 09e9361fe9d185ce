/** Words of the page of what was not sent. */
export const unsent = {
  title: "Not sent",
  label: "Not sent",
  why: "Why",
  empty: {
    title: "Everything that came in was sent",
    why: "Repeats, tests, blocked addresses and what a filter keeps back stand here, each with its reason. Nothing of it is lost.",
    filtered: "Nothing was kept back by this rule, or all of it was sent since.",
  },
  columns: { name: "Name", contact: "Contact", rule: "Rule", why: "Why", at: "Came in" },
  rules: {
    label: "By rule",
    all: "All",
    /** Of the newest that were looked at. */
    ofNewest: (count: number) => `of the newest ${count}`,
    released: (count: number) => `${count} sent after all`,
    releasedWhy:
      "How many of the rule's were sent on purpose in the last releases. Many mean that the rule is too strict.",
  },
  ruleWords: {
    duplicate: "The same person posted before.",
    duplicate_window: "The same person posted minutes before: one press too many, not a second wish.",
    reengage_wait: "The same person posted within the time that a lead is not told of again.",
    reengage_off: "The client does not want to hear of people who come back.",
    test: "It says that it is a test, or came from an address that tests come from.",
    filtered: "Every destination's filter keeps it back.",
    no_destination: "No destination of the client takes what comes from this form.",
    blocked: "It came from an address that is blocked.",
    quarantined: "A field that people do not see was filled in: a robot, as a rule.",
  },
  releaseAll: "Send all of these …",
  releaseThose: (rule: string) => `Send all: ${rule} …`,
  counting: "Counting …",
  addDestination: "Add a destination",
  panel: {
    label: "What was not sent, and is open",
    decided: "What was decided",
    next: "What sends it",
    release: "Send it …",
    released: "It was sent on purpose",
    where: "The whole way",
  },
};
