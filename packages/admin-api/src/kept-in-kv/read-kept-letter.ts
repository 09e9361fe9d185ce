import type { NewDeadLetter } from "@leadrelay/contracts/dead-letter";
import { parseParkedLetter } from "@leadrelay/contracts/parked-letter";
import { parseSubmissionText } from "@leadrelay/contracts/parse-submission-message";
import type { StoryLetter } from "@leadrelay/core/story/story";

/** A dead letter that waits in KV for D1, as a story tells it, and what tells whose it is. */
export interface KeptLetter {
  /** Milliseconds UTC. */
  parked_at: number;
  client_id: string | null;
  form_key: string;
  letter: StoryLetter & Pick<NewDeadLetter, "payload_json">;
}

/** The letter under a key `dead_letter:{ms}:{letter id}`; undefined for what is none. */
export function readKeptLetter(key: string, text: string | null): KeptLetter | undefined {
  const letter = parseParkedLetter(text ?? "")?.letter;
  if (letter === undefined) return undefined;
  return {
    parked_at: Number(key.split(":")[1]),
    client_id: letter.client_id,
    // A letter about a form nobody knows is nobody's, whoever has a form of that key by now.
    form_key: letter.kind === "unknown_form" ? "" : formKeyOf(letter),
    letter: { ...letter, state: "open", settled_by: null, settled_at: null, settle_reason: null },
  };
}

const formKeyOf = ({ payload_json }: NewDeadLetter) =>
  parseSubmissionText(payload_json ?? "")?.form_key ?? "";
