import type { Cli } from "../../cli.ts";
import { Failure } from "../../exit/failure.ts";

interface Failed {
  id: string;
  title: string;
  detail: string | undefined;
}

/**
 * Does one thing for each id, one after the other, and shows what became of each. One that fails does not keep the
 * others from it: then the command ends with 4, or with 1 where none was done. A single one, and a caller who may not, end it with their own failure.
 */
export async function forEachId<Result>(
  { results }: Cli,
  ids: readonly string[],
  { act, inWords }: { act: (id: string) => Promise<Result>; inWords: (result: Result, id: string) => string },
): Promise<void> {
  const done: Result[] = [];
  const lines: string[] = [];
  const failed: Failed[] = [];
  for (const id of ids) {
    try {
      const result = await act(id);
      done.push(result);
      lines.push(`${inWords(result, id)}\n`);
    } catch (error) {
      if (!(error instanceof Failure) || error.parts.ending === "auth" || ids.length === 1) throw error;
      failed.push({ id, title: error.parts.title, detail: error.parts.detail });
    }
  }
  results.show({ done, failed }, () => lines.join(""));
  for (const { id, title, detail } of failed) results.note(`${id}: ${detail ?? title}`);
  if (failed.length === 0) return;
  const told = `Done: ${done.length}. Not done: ${failed.length}.`;
  if (done.length === 0) results.bad(told);
  else results.partly(told);
}
