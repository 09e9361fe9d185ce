import { Option } from "@commander-js/extra-typings";
import type { Cli } from "../../cli.ts";
import { localTime } from "../../output/local-time.ts";
import { readEnd } from "../shared/time-options.ts";

/** What every verb that takes some names them. */
export const networks = "an address, or a network such as 203.0.113.0/24";

export const listOwnerOption = () => new Option("--client <client>", "whose list, if you work for several");

export const expiresOption = (cli: Cli) =>
  new Option("--expires <when>", "until when it counts: 90d (from now), 2027-01-31").argParser(readEnd(cli));

/** Until when an entry counts; null where it stays until somebody removes it. */
export function untilWords(expires_at: number | null, { outside }: Cli): string | null {
  if (expires_at === null) return "removed";
  const until = localTime(expires_at, outside);
  return expires_at <= outside.now() ? `${until}, over` : until;
}
