import type { Journal } from "@leadrelay/contracts/journal";
import type { SubmissionMessage } from "@leadrelay/contracts/submission-message";
import { WorkerEntrypoint } from "cloudflare:workers";
import type { JournalObject } from "./journal-object.ts";
import { requeue } from "./requeue.ts";

export { JournalObject } from "./journal-object.ts";

interface JournalEnv {
  ENTRIES: DurableObjectNamespace<JournalObject>;
  LEADS_QUEUE: Queue<SubmissionMessage>;
}

/** The local stack's intake journal, bound to both Workers as `JOURNAL`: the local queue forgets, this does not. */
export default class JournalWorker extends WorkerEntrypoint<JournalEnv> implements Journal {
  async put(messages: SubmissionMessage[]): Promise<void> {
    await this.#entries.put(
      messages.map((message) => ({
        submissionId: message.submission_id,
        message: JSON.stringify(message),
      })),
    );
  }

  async del(submissionIds: string[]): Promise<void> {
    await this.#entries.del(submissionIds);
  }

  async listStale(untouchedForMs: number, limit: number): Promise<SubmissionMessage[]> {
    return (await this.#entries.listStale(untouchedForMs, limit)).map(parseMessage);
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

/** Only what `put` wrote comes back. */
const parseMessage = (text: string) => JSON.parse(text) as SubmissionMessage;
