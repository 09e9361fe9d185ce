import type { Contact } from "@leadrelay/core/masking/mask-contact";
import { messagesOfLetters } from "@leadrelay/db/dead-letters/messages-of-letters";
import { runOne } from "@leadrelay/db/run-batch";
import type { OperatorScope } from "@leadrelay/db/scope";
import type { AdminDependencies } from "../dependencies.ts";
import { letterParts } from "./letter-parts.ts";
import { senderOf } from "./sender-of.ts";

/** Whom the submissions are from that letters of a page could not store: those are no lead's, and one row of each is read. */
export async function findSenders(
  letters: readonly { id: string; client_id: string | null; lead_id: number | null }[],
  scope: OperatorScope,
  dependencies: Pick<AdminDependencies, "leadDatabase" | "leadDatabaseNames">,
): Promise<(letterId: string) => Contact | null> {
  const wanted = letters.filter(({ lead_id }) => lead_id === null);
  const databases = Map.groupBy(letterParts(scope, dependencies), ({ database }) => database);
  const found = await Promise.all(
    [...databases].map(async ([database, parts]) => {
      const clients = new Set(parts.map(({ client_id }) => client_id));
      const ids = wanted.filter(({ client_id }) => clients.has(client_id)).map(({ id }) => id);
      return ids.length === 0
        ? []
        : runOne(dependencies.leadDatabase(database), messagesOfLetters(scope, ids));
    }),
  );
  const senders = new Map(found.flat().map(({ id, message }) => [id, senderOf(message)]));
  return (letterId) => senders.get(letterId) ?? null;
}
