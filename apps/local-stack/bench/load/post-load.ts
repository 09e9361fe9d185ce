import { performance } from "node:perf_hooks";
import { openConnection, type Connection } from "./open-connection.ts";
import type { FormPosts } from "./form-posts.ts";

export interface LoadResult {
  /** Answers a second. */
  perSecond: number;
  latenciesMs: number[];
  /** Anything but a redirect. */
  errors: number;
}

/** Whether a status says that the post was taken. */
export const isRedirect = (status: number) => status === 301 || status === 302 || status === 303;

/** Each connection posts again as soon as it was answered: how much the Worker takes. */
export async function postFlatOut(
  port: number,
  posts: FormPosts,
  { connections, durationMs }: { connections: number; durationMs: number },
): Promise<LoadResult> {
  const result: LoadResult = { perSecond: 0, latenciesMs: [], errors: 0 };
  const opened = await Promise.all(Array.from({ length: connections }, () => openConnection(port)));
  const startedAt = performance.now();
  const keepPosting = async (connection: Connection) => {
    while (performance.now() - startedAt < durationMs) await postOnce(connection, posts, result);
    connection.close();
  };
  await Promise.all(opened.map(keepPosting));
  return withRate(result, startedAt);
}

/** Posts at a steady rate whether or not answers have come, on as many connections as that takes: how long an answer takes. */
export async function postAtRate(
  port: number,
  posts: FormPosts,
  { perSecond, durationMs }: { perSecond: number; durationMs: number },
): Promise<LoadResult> {
  const result: LoadResult = { perSecond: 0, latenciesMs: [], errors: 0 };
  const idle = await Promise.all(Array.from({ length: 16 }, () => openConnection(port)));
  const running = new Set<Promise<void>>();
  const startedAt = performance.now();
  const postLater = async () => {
    const connection = idle.pop() ?? (await openConnection(port));
    await postOnce(connection, posts, result);
    idle.push(connection);
  };
  for (let sent = 0; performance.now() - startedAt < durationMs;) {
    const due = Math.floor(((performance.now() - startedAt) * perSecond) / 1000);
    for (; sent < due; sent += 1) {
      const posting = postLater().finally(() => running.delete(posting));
      running.add(posting);
    }
    await new Promise((resolve) => setTimeout(resolve, 1));
  }
  await Promise.all(running);
  for (const connection of idle) connection.close();
  return withRate(result, startedAt);
}

async function postOnce(connection: Connection, posts: FormPosts, result: LoadResult): Promise<void> {
  const request = posts.next();
  const sentAt = performance.now();
  const status = await connection.send(request).catch(() => 0);
  result.latenciesMs.push(performance.now() - sentAt);
  // A beacon is answered by nothing.
  if (!isRedirect(status) && status !== 204) result.errors += 1;
}

const withRate = (result: LoadResult, startedAt: number): LoadResult => ({
  ...result,
  perSecond: (result.latenciesMs.length * 1000) / (performance.now() - startedAt),
});
