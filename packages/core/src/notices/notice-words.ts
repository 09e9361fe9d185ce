import type { Notice } from "@leadrelay/contracts/notice";

/** What happened, in a sentence, and what to type next. */
export type NoticeWords = Pick<Notice, "summary" | "what_next">;

const longestName = 80;

/** A destination's name where a sentence has room for it. */
export const shortName = ({ name }: { name: string }): string => name.slice(0, longestName).toWellFormed();

/** Both as long as a notice may have them. */
export const fitWords = ({ summary, what_next }: NoticeWords): NoticeWords => ({
  summary: summary.slice(0, longestSentence).toWellFormed(),
  what_next: what_next.slice(0, longestSentence).toWellFormed(),
});

const longestSentence = 500;
