import * as z from "zod";
import type { Cli } from "../../cli.ts";
import { usageFailure } from "../../exit/failure.ts";
import { readStdin } from "../../prompts/read-stdin.ts";

const settingsSchema = z.record(z.string(), z.unknown());

type Settings = Readonly<Record<string, unknown>>;

interface Asked {
  /** Whether what it is reached by is asked for. */
  address: boolean;
  stdin?: true | undefined;
  /** Whether its key is asked for; false takes it away. */
  apiKey?: boolean | undefined;
}

/**
 * What a destination is reached by, and its key: piped in, or typed unseen. With both piped in the address is the first line and the key the
 * second; the address alone may be settings as JSON.
 */
export async function askSettings(cli: Cli, { address, stdin, apiKey }: Asked): Promise<Settings> {
  const { ask, outside } = cli;
  if (stdin === true) {
    const given = await readStdin(outside.stdin, "an address, or settings as JSON,");
    if (apiKey !== true) return { ...readAddress(given), ...noKey(apiKey) };
    const [first = "", key = "", ...more] = given.split(/\r?\n/);
    if (key.trim() === "" || more.length > 0)
      throw usageFailure(
        "With --stdin and --api-key two lines are expected: the address, and below it the key.",
        "settings as JSON hold the key themselves, as api_key: then leave --api-key out.",
      );
    return { ...readAddress(first), api_key: key.trim() };
  }
  const reachedBy = address
    ? readAddress(await ask.secret({ message: "Address of the webhook", flag: "--stdin" }))
    : {};
  return { ...reachedBy, ...(apiKey === true ? { api_key: await askKey(cli) } : noKey(apiKey)) };
}

const noKey = (apiKey: boolean | undefined) => (apiKey === false ? { api_key: null } : {});

async function askKey({ ask, outside }: Cli): Promise<string> {
  const given =
    outside.stdin.isTTY === true
      ? await ask.secret({ message: "API key that its receiver expects", flag: "--api-key", check: isThere })
      : await readStdin(outside.stdin, "an API key");
  return given.trim();
}

const isThere = (text: string | undefined) =>
  text === undefined || text.trim() === "" ? "Please type something" : undefined;

function readAddress(given: string): Settings {
  if (!given.trimStart().startsWith("{")) return { url: given.trim() };
  try {
    return settingsSchema.parse(JSON.parse(given));
  } catch {
    throw usageFailure("What was given begins like JSON and is none.");
  }
}
