import { answerOf } from "../../api/answer-of.ts";
import type { Cli } from "../../cli.ts";
import { findAgency } from "../shared/find-agency.ts";
import { findClient } from "../shared/find-client.ts";
import { withoutUndefined } from "../shared/without-undefined.ts";

interface KeyPlace {
  client_id?: string;
  agency_id?: string;
}

/** Where a new key is to work: as given, else for the whole agency, or for the one client of whoever runs only that. */
export async function findKeyPlace(
  cli: Cli,
  { client, agency }: { client?: string | undefined; agency?: string | undefined },
): Promise<KeyPlace> {
  if (client !== undefined) return withoutUndefined({ client_id: client, agency_id: agency });
  if (agency !== undefined) return { agency_id: agency };
  const { grants } = await answerOf(cli.api().GET("/api/me"));
  const managing = grants.filter(({ permissions }) => permissions.includes("keys:manage"));
  const isClients = managing.length > 0 && managing.every(({ role }) => role === "client_admin");
  return isClients
    ? { client_id: await findClient(cli, undefined) }
    : { agency_id: await findAgency(cli, undefined) };
}
