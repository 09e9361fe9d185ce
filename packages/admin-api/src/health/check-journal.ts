import { amiss, fine, type HealthCheck } from "@leadrelay/contracts/health-check";
import { leastDiskFreeBytes } from "@leadrelay/contracts/local-stack";
import { spokenTime } from "@leadrelay/core/explain/what-moves-on";
import { outageIn } from "@leadrelay/db/storage-error";
import type { HealthContext } from "./health-context.ts";

const name = "journal";

/** Whether the local stack's journal takes what is posted: without it a success would rest on memory alone. Elsewhere there is none. */
export async function checkJournal({ dependencies }: HealthContext): Promise<HealthCheck[]> {
  const facts = await dependencies.localStack?.();
  if (facts === undefined) return [];
  const trouble = facts.journal_trouble;
  if (trouble === null) return [fine(name, "The intake journal takes what is posted.")];
  const { error, since, last_at, refused } = trouble;
  const isFull =
    outageIn(error) === "full" || (facts.disk_free_bytes ?? leastDiskFreeBytes) < leastDiskFreeBytes;
  const what = isFull ? "The disk is full: the intake journal" : "The intake journal";
  const became =
    refused === 0
      ? "KV takes the posts instead: none was refused."
      : `Refused with 503 since, because nothing durable took them: ${refused} posts.`;
  return [
    amiss("problem", name, {
      message: `${what} takes no posts since ${spokenTime(since)}, the last at ${spokenTime(last_at)}. ${became} It said: ${error}.`,
      todo: isFull
        ? "Make room on the disk that STATE_DIR is on (df -h shows how full it is): the next post is taken again, and nothing needs a restart. Whoever was refused was told so, and may send again."
        : "Look at what it said, and at the folder STATE_DIR; if it stays, stop the local stack with Ctrl-C and start it again. Whoever was refused was told so, and may send again.",
      since,
    }),
  ];
}
