import type { DeadLetterKind } from "@leadrelay/contracts/dead-letter";
import { openWords } from "./letter-words.ts";
import { settingAtFault } from "./refusal-words.ts";

/** What dead letters of one cause have in common. */
interface GroupFacts {
  kind: DeadLetterKind;
  cause: string;
  /** The receiver's last answer. */
  status_code: number | null;
  destination_id: string | null;
  /** Empty in letters of before. */
  fingerprint: string;
}

/** What to do about all of them at once, with the commands to type: what to mend, how it is tried, how they go again, whose they are. */
export function groupNext(group: GroupFacts): string {
  const { kind, cause, status_code, destination_id, fingerprint } = group;
  const to = destination_id === null ? "" : ` --destination ${destination_id}`;
  const print = fingerprint === "" ? "" : ` --fingerprint ${fingerprint}`;
  const answer = status_code === null ? "" : ` --code ${status_code}`;
  const these = `\`leadrelay dlq list --kind ${kind} --cause ${cause}${to}${print}\``;
  const { next } = openWords(
    { ...group, last_status_code: status_code },
    {
      replay: `send them again (\`leadrelay queue replay --kind ${kind} --cause ${cause}${to}${answer}${print}\` shows the plan, and with --apply sends)`,
      discard: `discard each (\`leadrelay dlq discard\` with its id and --reason)`,
    },
  );
  return [next, ...mending(group), `Whose they are: ${these}.`].join(" ");
}

function mending({ kind, cause, status_code, destination_id }: GroupFacts): string[] {
  if (kind !== "delivery" || destination_id === null) return [];
  const setting = settingAtFault(cause, status_code);
  const test = `\`leadrelay destination test ${destination_id}\` shows what it answers now.`;
  const change = `To mend it: \`leadrelay destination change ${destination_id} ${setting === "key" ? "--api-key" : "--address"}\`;`;
  const on = cause === "gone" ? ` \`leadrelay destination enable ${destination_id}\`;` : "";
  return [setting === undefined ? test : `${change}${on} ${test}`];
}
