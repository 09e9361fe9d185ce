import type { components } from "@leadrelay/client/schema.gen";
import type { Cli } from "../../cli.ts";
import { usageFailure } from "../../exit/failure.ts";

type Settings = Readonly<Record<string, unknown>>;

/**
 * Settings with a word on the key that the destination has, where a new address says nothing of it: kept on the same host, if whoever is asked
 * says yes; for another host it is given anew, or taken away. Nobody there to ask: it stays on its host, and follows to no other.
 */
export async function settleKey(
  { ask, outside, results }: Cli,
  { id, settings: until }: components["schemas"]["Destination"],
  given: Settings,
): Promise<Settings> {
  const [from, to] = [hostOf(until?.["url_hint"]), hostOf(given["url"])];
  if (until?.["has_api_key"] !== true || "api_key" in given || from === null || to === null) return given;
  const isThere = outside.stdin.isTTY === true && outside.stderr.isTTY === true;
  if (from === to && !isThere) {
    results.note(
      `Its API key goes with it, to the same host. To take it away: leadrelay destination change ${id} --no-api-key`,
    );
    return given;
  }
  if (!isThere)
    throw usageFailure(
      `The API key it has was given for ${from}, and the new address is at ${to}: it does not follow by itself.`,
      "give --api-key and the key as a second line of what is piped in, or --no-api-key.",
    );
  if (from === to) {
    const message = `Is the API key that it has right for the new address at ${to}, too? If not, it is taken away.`;
    return (await ask.confirm({ message, flag: "--no-api-key" })) ? given : { ...given, api_key: null };
  }
  const message = `Its API key was given for ${from} and stays there. The key for ${to}, or nothing if it needs none`;
  const key = (await ask.secret({ message, flag: "--api-key" })).trim();
  return { ...given, api_key: key === "" ? null : key };
}

const hostOf = (address: unknown): string | null =>
  typeof address === "string" ? (URL.parse(address)?.host ?? null) : null;
