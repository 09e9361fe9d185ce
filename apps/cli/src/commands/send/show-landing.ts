import type { Cli } from "../../cli.ts";
import type { Story } from "./follow-submission.ts";

interface Sent {
  submission_id: string;
  form_key: string;
  fields: Readonly<Record<string, string>>;
  story: Story | null;
}

/** Where it ended as it should: at the receiver, or where there was nobody to tell. */
const landed = new Set(["delivered", "confirmed", "nothing_to_send", "skipped"]);

/** What became of a submission, as the command's result; 4 where it did not land. */
export function showLanding({ results }: Cli, sent: Sent): void {
  const stands = sent.story?.stands ?? null;
  results.show(sent, () => (stands === null ? "" : `${stands.sentence}\n`));
  if (stands !== null && landed.has(stands.state)) return;
  const next = stands?.next ?? "It was not seen yet: the queue may be slow.";
  results.partly(`It has not landed. ${next}\nLater: leadrelay lead find ${sent.submission_id}`);
}
