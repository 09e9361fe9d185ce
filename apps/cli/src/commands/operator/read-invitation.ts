import { usageFailure } from "../../exit/failure.ts";
import { readServerUrl } from "../../settings/server-url.ts";

/** A link's token, which stands behind its `#` or, of before, in its query, and the installation it is of; a bare token names none. */
export function readInvitation(given: string): { token: string; origin: string | undefined } {
  const link = URL.parse(given);
  if (link === null) return { token: given, origin: undefined };
  const behind = new URLSearchParams(link.hash.slice(1)).get("token");
  const token = behind ?? link.searchParams.get("token") ?? "";
  if (token === "") throw usageFailure("This link has no token in it.", "copy all of it.");
  const server = readServerUrl(link.origin);
  if (server.kind === "wrong") throw usageFailure(`The link's address ${server.why}.`);
  return { token, origin: server.origin };
}
