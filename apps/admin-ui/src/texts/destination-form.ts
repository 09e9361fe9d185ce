/** What adding a destination, its settings and its test say. */
export const destinationForm = {
  newTitle: "Add a destination",
  gallery: "Where shall leads go?",
  needs: (what: string) => `Needs: ${what}`,
  otherGroup: "Others",
  ownersOnly: "Only the owners of this installation set this up.",
  back: "Choose another",
  steps: { settings: "Settings", test: "Test", leads: "Which leads" },
  stepsLabel: "Steps",
  name: "Name",
  nameHelp: "What you and your colleagues call it.",
  guide: (kind: string) => `What ${kind} needs, step by step`,
  more: "More settings",
  moreHelp: "All of these may stay as they are.",
  rules: "What its answers mean is set later, by answers that it really gave.",
  create: "Save and go on to the test",
  creating: "Saving …",
  createNote: "It stays paused until you have seen a test arrive.",
  testTitle: "Send a test",
  testHelp:
    "A made-up lead, marked as a test, goes the whole way: these settings, this key, what its answer means. Nothing is stored or counted.",
  test: "Send a test",
  testing: "Sending …",
  testAgain: "Send another",
  switchOn: "Switch it on",
  switchingOn: "Switching on …",
  leaveOff: "Leave it paused",
  isOn: "It is on: leads that come in from now on are sent to it.",
  cameBefore: "What came before it, and can still be sent",
  leadsTitle: "Does it get every lead, as it is?",
  leadsHelp:
    "It does unless you say otherwise. Both can be set now or at any time later, and each has a preview on a real lead.",
  toFilter: "Choose which leads",
  toMapping: "Rename fields",
  done: "All leads, as they are",
  secretTitle: "Its signing secret",
  secretHelp:
    "Whoever runs the receiver verifies our signatures with it. It is shown this once: copy it now, or rotate it later.",
  settingsHelp: "What is secret is kept sealed and shown to nobody again.",
  unreadable:
    "No master key of this installation opens its settings. Give them anew; until then its leads are held.",
} as const;

/** What came of a test. */
export const testOutcomes = {
  delivered: "It took the test",
  duplicate_at_receiver: "It had this person already",
  retry: "Not taken; would be tried again",
  hold: "It takes nothing for now",
  opted_out: "This person wants no messages",
  refused: "It refused the test",
  gone: "It says that it is gone",
} as const;
