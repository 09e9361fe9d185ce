import * as z from "zod";
import type { Cli } from "../../cli.ts";
import { usageFailure } from "../../exit/failure.ts";
import { readStdin } from "../../prompts/read-stdin.ts";

const settingsSchema = z.record(z.string(), z.unknown());

/** What a destination is reached by: piped in or typed unseen, as an address or as JSON. */
export async function askSettings(
  { ask, outside }: Cli,
  { stdin }: { stdin?: true },
): Promise<Record<string, unknown>> {
  const given =
    stdin === true
      ? await readStdin(outside.stdin, "an address, or settings as JSON,")
      : await ask.secret({ message: "Address of the webhook", flag: "--stdin" });
  if (!given.trimStart().startsWith("{")) return { url: given.trim() };
  try {
    return settingsSchema.parse(JSON.parse(given));
  } catch {
    throw usageFailure("What was given begins like JSON and is none.");
  }
}
