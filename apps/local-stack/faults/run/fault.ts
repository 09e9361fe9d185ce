import type { Run } from "./run.ts";

/** One thing that goes wrong, and how it is played against a whole stack. */
export interface Fault {
  /** As `--only` takes it; its number stands in docs/reliability.md. */
  name: string;
  /** One sentence for the table. */
  about: string;
  /** The stack's settings for it. */
  settings?: Record<string, string>;
  /** How many leads it posts, beside the others' 1. */
  share?: number;
  /** Resolves when what was wrong is right again; what is left comes to its end by itself. */
  play(this: void, run: Run): Promise<void>;
}
