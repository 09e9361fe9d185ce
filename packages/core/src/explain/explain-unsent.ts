import type { UnsentRule } from "@leadrelay/contracts/unsent-rule";
import type { DecisionTrace } from "../decide/decision-trace.ts";
import { explainRule, explainTest } from "./explain-decision.ts";

/** What must be known to say why nothing of a submission was sent. */
export interface UnsentFacts {
  rule: UnsentRule;
  /** null where none can be read, and of one that was blocked. */
  trace: DecisionTrace | null;
  /** The entry of the list that blocked it, as whoever asks may see it. */
  cidr: string | null;
}

/** Why nothing of a submission was sent, in a sentence or two. */
export function explainUnsent({ rule, trace, cidr }: UnsentFacts): string {
  switch (rule) {
    case "duplicate_window":
    case "reengage_wait":
    case "reengage_off":
      return trace === null ? "Stored as a duplicate: nothing is sent again." : explainRule(trace);
    case "test":
      return [...(trace === null ? [] : explainTest(trace)), "No destination takes tests."].join(" ");
    case "filtered":
      return sayFiltered(trace);
    case "no_destination":
      return sayNobody(trace);
    case "blocked":
      return `It came from an address that the client blocks${cidr === null ? "" : ` (${cidr})`}.`;
    case "quarantined":
      return "It filled a field that people do not see (honeypot), and its form keeps such submissions apart.";
  }
}

const mostNamed = 3;

function sayFiltered(trace: DecisionTrace | null): string {
  const details = (trace?.destinations ?? []).flatMap(({ reason, words }) =>
    reason === "filtered" ? (words ?? []) : [],
  );
  if (details.length === 0) return "It did not pass the filter of any destination that would have taken it.";
  const more = details.length > mostNamed ? `, and ${details.length - mostNamed} more` : "";
  return `It did not pass the filter of any destination that would have taken it: ${details.slice(0, mostNamed).join("; ")}${more}.`;
}

function sayNobody(trace: DecisionTrace | null): string {
  if (trace === null) return "No destination took it.";
  if (trace.destinations.length === 0) return "The client had no destination when it came.";
  const event = trace.event === null ? "it" : `its ${trace.event}`;
  const isElsewhere = trace.destinations.every(({ reason }) => reason === "other_environment");
  return isElsewhere
    ? "No destination is marked for the environment this installation runs in."
    : `No destination took ${event}.`;
}

/** What sends it after all, and what would have the next ones sent. `id` is the submission's. */
export function whatSendsIt(rule: UnsentRule, id: string): string {
  const release = `leadrelay unsent release ${id}`;
  switch (rule) {
    case "duplicate_window":
    case "reengage_wait":
    case "reengage_off":
      return `Nothing by itself. Released (\`${release}\`), it goes as lead.reengaged to every destination that takes that, or as lead.created where nothing of its lead went out. The form's setting decides about the next ones.`;
    case "test":
      return `Nothing by itself. Released to a destination that is named (\`${release} --destination <id>\`), it goes there though it is a test; without a name it goes to those that take tests by then (\`leadrelay destination change <id> --tests on\`).`;
    case "filtered":
      return `Nothing by itself: its destinations were told not to take such leads. Released to one that is named (\`${release} --destination <id>\`), it goes there all the same.`;
    case "no_destination":
      return `Nothing by itself. Have a destination take it, then release it (\`${release}\`); or name one that gets it whatever it takes (\`--destination <id>\`).`;
    case "blocked":
      return `Nothing by itself, even where the address is taken off the list. Released (\`${release}\`), it goes through intake with its own time, as if its address were on no list.`;
    case "quarantined":
      return `Nothing by itself, and after 30 days it is deleted. Released (\`${release}\`), it goes through intake with its own time, as if a person had sent it.`;
  }
}
