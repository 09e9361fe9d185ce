import { byUrgency } from "./by-urgency.ts";
import type { Need, NeedFact, Severity } from "./need.ts";
import { sayNeed } from "./say-need.ts";

/** What needs a person, the worst first, each with its one action: the one rule that home, the command line and `doctor` show. */
export const judgeNeeds = (facts: readonly NeedFact[]): Need[] =>
  facts
    .map((fact): Need => ({
      kind: fact.kind,
      severity: severityOf(fact),
      client_id: fact.client_id,
      destination_id: fact.destination?.id ?? null,
      form_id: fact.form?.id ?? null,
      count: fact.count,
      is_more: fact.is_more ?? false,
      since: fact.since,
      ...sayNeed(fact),
    }))
    .toSorted(byUrgency);

function severityOf({ kind, count, of = 0, check, until = null }: NeedFact): Severity {
  switch (kind) {
    case "destination_off":
    case "destination_down":
    case "destination_refuses":
    case "key_rejected":
      return "problem";
    case "form_refuses":
      // One that takes nothing loses everybody who comes.
      return count === of ? "problem" : "warning";
    case "destination_full":
      // Full for ever waits for somebody; full for the hour for nobody.
      return until === null ? "warning" : "notice";
    case "quarantined":
      return "notice";
    case "dead_letters":
    case "sent_to_nobody":
    case "form_quiet":
    case "form_drops":
    case "destination_holds":
    case "unconfirmed":
    case "answer_suspect":
      return "warning";
    case "journal":
    case "databases":
    case "sweep":
    case "sent_directly":
    case "spills":
    case "parked_letters":
    case "database_sizes":
      return check?.state ?? "warning";
  }
}
