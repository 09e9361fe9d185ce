import { logEvent } from "@leadrelay/contracts/log-event";

/** What is stale, a page at a time, and how one of it is published and settled. */
interface Publication<Stale> {
  page: (afterId: string, limit: number) => Promise<Stale[]>;
  idOf: (stale: Stale) => string;
  publish: (stale: Stale) => Promise<void>;
}

/** Of each kind a minute: every one is a write to KV, and an invocation may make a thousand. */
const mostPublished = 50;
const mostFailures = 50;
const pageSize = 20;

/** One that fails stays stale for the next minute and holds up none behind it. Returns how many were published. */
export async function publishStale<Stale>({ page, idOf, publish }: Publication<Stale>): Promise<number> {
  let afterId = "";
  let published = 0;
  let failed = 0;
  while (published < mostPublished && failed < mostFailures) {
    const stale = await page(afterId, pageSize);
    for (const one of stale) {
      afterId = idOf(one);
      try {
        await publish(one);
        published += 1;
      } catch (error) {
        failed += 1;
        logFailure(afterId, error);
      }
    }
    if (stale.length < pageSize) break;
  }
  return published;
}

export const logFailure = (id: string, error: unknown): void =>
  logEvent("publish.failed", { id, error: error instanceof Error ? error.message : String(error) });
