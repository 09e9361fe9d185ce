/** As little of a decision as one must have, as `decision_json` keeps it. */
export const leanTrace = (rule: "new_lead" | "reengaged", event: string): string =>
  JSON.stringify({
    rule,
    lead: { public_id: "" },
    event,
    suspicion: { score: 0, reasons: [] },
    identities: [],
    destinations: [],
    notes: [],
    new_contact: [],
  });
