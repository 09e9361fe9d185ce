import { ourWords } from "@leadrelay/contracts/our-words";
import { askWhoMay } from "@leadrelay/core/explain/ask-who-may";
import type { Access } from "../access/access.ts";
import { whomToAsk } from "./whom-to-ask.ts";

const isOurWord: ReadonlySet<string> = new Set(ourWords);

/** What was posted, and what was written down of a change: shown as it is. */
const others: ReadonlySet<string> = new Set(["payload", "audit"]);

/**
 * An answer's JSON as its caller may use it: where our words name a command that is not theirs, they say whom to ask. A client that is
 * named in a part of the answer is the one whose rights count there.
 */
export function jsonForCaller(body: unknown, access: Pick<Access, "caller">): string {
  const json = JSON.stringify(body);
  // Most answers name no command, and are not walked through.
  if (!json.includes("`leadrelay ")) return json;
  return JSON.stringify(told(body, { access, clientId: undefined, isOurs: false }));
}

interface Place {
  access: Pick<Access, "caller">;
  clientId: string | null | undefined;
  isOurs: boolean;
}

function told(value: unknown, place: Place): unknown {
  if (typeof value === "string")
    return place.isOurs
      ? askWhoMay(value, (command) => whomToAsk(command, place.access, place.clientId))
      : value;
  if (Array.isArray(value)) return value.map((one) => told(one, place));
  if (typeof value !== "object" || value === null) return value;
  const named = "client_id" in value ? value.client_id : undefined;
  const clientId = typeof named === "string" ? named : place.clientId;
  return Object.fromEntries(
    Object.entries(value).map(([name, one]) => [
      name,
      others.has(name) ? one : told(one, { ...place, clientId, isOurs: isOurWord.has(name) }),
    ]),
  );
}
