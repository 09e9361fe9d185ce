import type { ReceivedResponse, StepEnd } from "../adapter.ts";

/**
 * What a step makes of an answer. An error's text was freed of secrets before it was cut: cut before, it might keep a part of one. What is kept
 * and meant is as received.
 */
export function readAnswer(
  response: ReceivedResponse,
  classify: (response: ReceivedResponse) => StepEnd,
  clean: (answer: string) => string,
): StepEnd {
  const read = classify(response);
  const said = hasWords(read) ? classify({ ...response, body: clean(response.body) }) : read;
  const { status } = response;
  if (read.outcome !== "onward") return withWords(read, said, status);
  if (read.each === undefined) return read;
  const each = said.outcome === "onward" ? said.each : undefined;
  const worded = Object.entries(read.each).map(([id, one]) => [id, withWords(one, each?.[id], status)]);
  return { ...read, each: Object.fromEntries(worded) as typeof read.each };
}

const hasWords = (read: StepEnd): boolean =>
  "error" in read || (read.outcome === "onward" && Object.values(read.each ?? {}).some(hasWords));

const withWords = <End extends StepEnd>(end: End, said: StepEnd | undefined, status: number): End =>
  "error" in end
    ? { ...end, error: said !== undefined && "error" in said ? said.error : `HTTP ${status}` }
    : end;
