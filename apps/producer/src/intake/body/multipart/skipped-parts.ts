import { cleanText } from "../clean-text.ts";
import type { SkippedFile } from "./read-part.ts";

const mostNotes = 10;

/** A note for each file that was sent, up to ten. An empty file input is nothing to remark on. */
export function describeFiles(files: readonly SkippedFile[]): string[] {
  const sent = files.filter(({ fileName, bytes }) => fileName !== "" || bytes > 0);
  const notes = sent
    .slice(0, mostNotes)
    .map(({ field, fileName, bytes }) => `file skipped: ${clip(field)} (${clip(fileName)}, ${bytes} bytes)`);
  return sent.length > mostNotes ? [...notes, `${sent.length - mostNotes} more files skipped`] : notes;
}

/** A note for each reason, and how often it was one. */
export function describeBroken(reasons: readonly string[]): string[] {
  return [...new Set(reasons)].map((reason) => {
    const count = reasons.filter((each) => each === reason).length;
    return count === 1 ? `part skipped: ${reason}` : `${count} parts skipped: ${reason}`;
  });
}

const clip = (text: string) => cleanText(text.slice(0, 50).toWellFormed());
