import type { Cli } from "../../cli.ts";
import type { Story } from "./follow-submission.ts";

interface Sent {
  submission_id: string;
  form_key: string;
  is_test: boolean;
  fields: Readonly<Record<string, string>>;
  story: Story | null;
}

/** Where it ended as it should: at the receiver, or where there was nobody to tell. */
const landed = new Set(["delivered", "confirmed", "nothing_to_send", "skipped"]);

/** Stored is landed, but whoever sends wants to see it arrive: what would have it, or the next one, do so. */
const reachingSomebody = ({ is_test, form_key }: Sent, next: string) =>
  is_test ? `${next}\nNot as a test but as a real lead: leadrelay send --form ${form_key} --live` : next;

/** What became of a submission, as the command's result; 4 where it did not land. */
export function showLanding({ results }: Cli, sent: Sent): void {
  const stands = sent.story?.stands ?? null;
  results.show(sent, () => (stands === null ? "" : `${stands.sentence}\n`));
  if (stands?.state === "nothing_to_send") results.note(reachingSomebody(sent, stands.next));
  if (stands !== null && landed.has(stands.state)) return;
  const next = stands?.next ?? "It was not seen yet: the queue may be slow.";
  results.partly(`It has not landed. ${next}\nLater: leadrelay lead find ${sent.submission_id}`);
}
