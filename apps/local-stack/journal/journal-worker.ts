import type { QueuedMessage } from "@leadrelay/contracts/queued-message";
import { WorkerEntrypoint } from "cloudflare:workers";
import { parseMessage } from "./journal-client.ts";
import type { JournalObject } from "./journal-object.ts";
import type { JournalEntry, JournalRpc } from "./journal-rpc.ts";
import { requeue } from "./requeue.ts";

export { JournalObject } from "./journal-object.ts";

interface JournalEnv {
  ENTRIES: DurableObjectNamespace<JournalObject>;
  LEADS_QUEUE: Queue<QueuedMessage>;
}

/** The local stack's intake journal, bound to both Workers as `JOURNAL`: the local queue forgets, this does not. */
export default class JournalWorker extends WorkerEntrypoint<JournalEnv> implements JournalRpc {
  async put(entries: JournalEntry[]): Promise<void> {
    await this.#entries.put(entries);
  }

  async del(submissionIds: string[]): Promise<void> {
    await this.#entries.del(submissionIds);
  }

  async listStale(untouchedForMs: number, limit: number): Promise<string[]> {
    return this.#entries.listStale(untouchedForMs, limit);
  }

  /** `POST /requeue?before=<ms UTC>`, for the stack alone: this Worker has no socket. */
  override async fetch(request: Request): Promise<Response> {
    const before = Number(new URL(request.url).searchParams.get("before"));
    const take = async (limit: number) =>
      (await this.#entries.takeLeftBefore(before, limit)).map(parseMessage);
    return Response.json({ requeued: await requeue(take, this.env.LEADS_QUEUE) });
  }

  get #entries() {
    return this.env.ENTRIES.getByName("entries");
  }
}
