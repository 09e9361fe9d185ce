import type { NoticeOf } from "@leadrelay/contracts/notice";
import { fitWords, type NoticeWords } from "./notice-words.ts";

/** What somebody did on a lead. */
type DoneOnLead =
  | Pick<NoticeOf<"lead.status_changed">, "type" | "change">
  | Pick<NoticeOf<"lead.note_added">, "type" | "note">;

/** What somebody did on a lead in a sentence, without its contact details, and where to look. */
export const leadNoticeWords = (leadId: string, done: DoneOnLead): NoticeWords =>
  fitWords({
    summary:
      done.type === "lead.status_changed"
        ? `${done.change.by.name} moved this lead from ${done.change.from} to ${done.change.to}.`
        : `${done.note.by.name} wrote a note on this lead.`,
    what_next: `\`leadrelay lead show ${leadId}\` shows all of it.`,
  });
