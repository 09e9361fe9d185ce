import { intakeCountsSchema, type IntakeCount } from "@leadrelay/contracts/intake-counts";
import { logEvent } from "@leadrelay/contracts/log-event";
import { reasonOf } from "@leadrelay/contracts/reason-of";
import { sumIntakeCounts } from "@leadrelay/core/statistics/sum-intake-counts";
import { runBatch } from "@leadrelay/db/run-batch";
import { pipelineScope } from "@leadrelay/db/scope";
import { addIntakeCounts } from "@leadrelay/db/statistics/add-intake-counts";
import type { Dependencies } from "../dependencies.ts";

/** Ten minutes of a D1 that is away; after these tries the count is lost, and no dead letter is made of it. */
const mostTries = 5;
const delaySeconds = 60;

interface Told {
  message: Message;
  counts: readonly IntakeCount[];
}

/**
 * Writes down what the producer counted: one statement in each database, for all messages of the batch. Settles every message; what nobody
 * can read, or write down in time, is lost. Never throws.
 */
export async function settleIntakeCounts(
  messages: readonly Message[],
  dependencies: Pick<Dependencies, "leadDatabase">,
): Promise<void> {
  const told = messages.map((message): Told => ({
    message,
    counts: intakeCountsSchema.safeParse(message.body).data?.counts ?? [],
  }));
  for (const { message } of told.filter(({ counts }) => counts.length === 0))
    lose({ message, counts: [] }, "not readable");
  for (const [, together] of Map.groupBy(told, databaseOf)) await write(together, dependencies);
}

/** Forms of several databases in one message are rare: then each database's count stands or falls by itself, and nothing is tried again. */
const databaseOf = ({ counts }: Told): string =>
  [...new Set(counts.map(({ form }) => form.database))].join(" ");

async function write(told: readonly Told[], { leadDatabase }: Pick<Dependencies, "leadDatabase">) {
  const counts = told.flatMap((each) => each.counts);
  const failures: string[] = [];
  const databases = Map.groupBy(counts, ({ form }) => form.database);
  for (const [database, its] of databases)
    try {
      await runBatch(leadDatabase(database), addIntakeCounts(pipelineScope, sumIntakeCounts(its)));
    } catch (error) {
      failures.push(`${database}: ${reasonOf(error)}`);
    }
  const reason = failures.join("; ");
  for (const each of told) {
    if (failures.length === 0) each.message.ack();
    else if (databases.size > 1 || each.message.attempts >= mostTries) lose(each, reason);
    else each.message.retry({ delaySeconds: delaySeconds * each.message.attempts });
  }
}

function lose({ message, counts }: Told, reason: string): void {
  logEvent("intake.counts_lost", { posts: counts.reduce((sum, { count }) => sum + count, 0), reason });
  message.ack();
}
