import * as z from "zod/mini";
import type { NewDeadLetter } from "./dead-letter.ts";

/** A letter in KV under `dead_letter:{ms}:{letter id}`, on its way to the lead database it belongs to. */
export interface ParkedLetter {
  /** Binding name. */
  database: string;
  letter: NewDeadLetter;
}

const withId = z.object({ id: z.string() });

/** An id makes a letter, whatever an earlier version wrote beside it: D1 judges its columns. */
const parkedLetterSchema = z.object({
  database: z.optional(z.unknown()),
  letter: z.custom<NewDeadLetter>((letter) => withId.safeParse(letter).success),
});

/** A record as it was parked; undefined for what is none. `database` is null where it names none. */
export function parseParkedLetter(
  text: string,
): { database: string | null; letter: NewDeadLetter } | undefined {
  try {
    const parked = parkedLetterSchema.safeParse(JSON.parse(text)).data;
    if (parked === undefined) return undefined;
    return { ...parked, database: typeof parked.database === "string" ? parked.database : null };
  } catch {
    return undefined;
  }
}
