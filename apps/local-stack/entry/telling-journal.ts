import type { Journal } from "@leadrelay/contracts/journal";

type Tell = (path: string, text: string) => Promise<unknown>;

/** The journal, whose failures to keep what is posted, and their end, are told to the stack, for health to say. */
export function tellingJournal(journal: Journal, tell: Tell): Journal {
  let fails = false;
  return {
    ...journal,
    async put(messages) {
      try {
        await journal.put(messages);
      } catch (error) {
        fails = true;
        await tell("/journal/failed", error instanceof Error ? error.message : String(error));
        throw error;
      }
      if (!fails) return;
      fails = false;
      await tell("/journal/took", "");
    },
  };
}
