/** Words of the first run: from a form to its first lead. */
export const firstRunTexts = {
  title: "Get your first lead",
  steps: ["Paste this on your page", "Send it once", "Say where leads go"],
  paste: "Paste this where the form should stand. Nothing else is needed: no script, no account of yours.",
  code: "The form as HTML",
  noIntake:
    "Nobody said yet where forms post to: put the address of the producer in the place of https://THE-INTAKE.",
  waiting: "Waiting for the first post …",
  waitingWhy:
    "Open the page, fill in the form and send it. It shows here by itself, mostly within a few seconds.",
  received: "Received",
  receivedFrom: (name: string) => `${name} came in. It works.`,
  openLead: "Open the lead",
  next: "Next: say who gets it.",
  addDestination: "Add a destination",
  later: "Later",
  labels: { name: "Name", email: "E-mail", phone: "Phone", message: "Message" },
  button: "Send",
};
