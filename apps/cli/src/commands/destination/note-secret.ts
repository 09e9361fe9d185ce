import type { Cli } from "../../cli.ts";

/** Beside a signing secret that is shown. */
export const noteSecret = ({ results }: Cli): void =>
  results.note(
    "The signing secret is shown this once: give it to whoever runs the receiver (docs/verify-webhooks.md).",
  );
