import type { Journal } from "@leadrelay/contracts/journal";
import { idOfMessage, type QueuedMessage } from "@leadrelay/contracts/queued-message";
import type { JournalRpc } from "./journal-rpc.ts";

/** The journal as a Worker calls it. Messages travel as JSON: RPC refuses the null-prototype maps that they hold. */
export function journalClient(journal: JournalRpc): Journal {
  return {
    put: (messages) => journal.put(messages.map(toEntry)),
    del: (ids) => journal.del(ids),
    async listStale(untouchedForMs, limit) {
      return (await journal.listStale(untouchedForMs, limit)).map(parseMessage);
    },
  };
}

const toEntry = (message: QueuedMessage) => ({
  submissionId: idOfMessage(message),
  message: JSON.stringify(message),
});

/** Only what `put` wrote comes back. */
export const parseMessage = (text: string) => JSON.parse(text) as QueuedMessage;
