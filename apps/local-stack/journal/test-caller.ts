import type { Journal } from "@leadrelay/contracts/journal";
import type { QueuedMessage } from "@leadrelay/contracts/queued-message";
import { journalClient } from "./journal-client.ts";
import type { JournalRpc } from "./journal-rpc.ts";

const queued: QueuedMessage[] = [];

/** Stands for both Workers in the journal's test: calls it by RPC as they do, and takes what it queues. */
export default {
  async fetch(request, env) {
    const { pathname } = new URL(request.url);
    if (pathname === "/queued") return Response.json(queued);
    const answer = await call(journalClient(env.JOURNAL), pathname, await request.json());
    return Response.json(answer ?? null);
  },
  async queue(batch) {
    queued.push(...batch.messages.map((message) => message.body));
  },
} satisfies ExportedHandler<{ JOURNAL: JournalRpc }, QueuedMessage>;

function call(journal: Journal, method: string, parameters: unknown): Promise<unknown> {
  switch (method) {
    case "/put":
      return journal.put((parameters as QueuedMessage[]).map(withBareFields));
    case "/del":
      return journal.del(parameters as string[]);
    default:
      return journal.listStale(...(parameters as [number, number]));
  }
}

/** As the producer makes them: maps without a prototype. */
const withBareFields = (message: QueuedMessage): QueuedMessage =>
  message.type === "callback"
    ? message
    : { ...message, fields: Object.assign(Object.create(null) as object, message.fields) };
