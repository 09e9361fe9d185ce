import { answerOf, type Fetched } from "./answer-of.ts";

/** What is there now, and its version for `If-Match`: a change of somebody else's in between is then refused. */
export async function readForChange<Data>(
  asked: Promise<Fetched<Data>>,
): Promise<{ current: Data; version: string }> {
  const { response } = await asked;
  const current = await answerOf(asked);
  return { current, version: response.headers.get("etag") ?? "*" };
}
