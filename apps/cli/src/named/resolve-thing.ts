import type { Cli } from "../cli.ts";
import { usageFailure } from "../exit/failure.ts";
import { listThings, type Kind } from "./list-things.ts";
import { matchThings, nearThings } from "./match-things.ts";
import type { Thing } from "./thing.ts";

/** How ids of a kind begin: what begins so is taken as it is, and the API says whether it is there. */
const ids: Readonly<Record<Kind, RegExp>> = {
  agency: /^agc_/,
  client: /^cli_/,
  "deleted-client": /^cli_/,
  form: /^form_/,
  "deleted-form": /^form_/,
  destination: /^dst_/,
  route: /^rte_/,
  source: /^src_/,
  person: /^(opr_|[\da-f]{8}-[\da-f]{4}-)/,
  "access-key": /^lrk_/,
  actor: /^(opr_|lrk_|[\da-f]{8}-[\da-f]{4}-)/,
  invitation: /^inv_/,
};

const words: Readonly<Record<Kind, { one: string; list: string }>> = {
  agency: { one: "agency", list: "leadrelay agency list" },
  client: { one: "client", list: "leadrelay client list" },
  "deleted-client": { one: "deleted client", list: "leadrelay client list --deleted" },
  form: { one: "form", list: "leadrelay form list" },
  "deleted-form": { one: "deleted form", list: "leadrelay form list --deleted" },
  destination: { one: "destination", list: "leadrelay destination list" },
  route: { one: "route", list: "leadrelay route list" },
  source: { one: "source", list: "leadrelay source list" },
  person: { one: "operator", list: "leadrelay operator list" },
  "access-key": { one: "access key", list: "leadrelay key list" },
  actor: { one: "operator or access key", list: "leadrelay operator list" },
  invitation: { one: "open invitation", list: "leadrelay operator invitations" },
};

const mostTold = 10;

/**
 * The id of what is named by its id, its key or its name: the one place where a command learns what is meant. Throws the usage of what is
 * nothing's name, and of what is several's, with those it could be.
 * @param flag how it was given, such as `--client`
 * @param client of which it is, where that is known
 * @param isRead nothing is changed by it: a part of a name that only one has is enough, and told
 */
export async function resolveThing(
  cli: Cli,
  kind: Kind,
  given: string,
  { flag, client, isRead = false }: { flag: string; client?: string | undefined; isRead?: boolean },
): Promise<string> {
  if (ids[kind].test(given)) return given;
  const things = await listThings[kind](cli.api(), client);
  const found = matchThings(given, things);
  const [only, ...others] = found;
  const { one, list } = words[kind];
  if (only === undefined) {
    const near = nearThings(given, things);
    const [meant, ...also] = near;
    if (meant !== undefined && also.length === 0 && isRead) {
      cli.results.note(`${flag} ${given}: ${tell(near)}.`);
      return meant.id;
    }
    const live = things.filter(({ isDeleted }) => !isDeleted);
    const told = near.length > 0 ? near : live.length <= mostTold ? live : [];
    const there = told.length === 0 ? "" : `there is ${tell(told)}; `;
    throw usageFailure(
      `${flag}: no ${one} you may see is called ${given}.`,
      `${there}\`${list}\` names them.`,
    );
  }
  if (others.length === 0) return only.id;
  const owners = await clientNames(cli, found);
  throw usageFailure(
    `${flag}: ${found.length} of them are called ${given}: ${tell(found, owners)}.`,
    kind === "client" || client !== undefined
      ? "give the id."
      : "give the id, or --client where the command has it.",
  );
}

async function clientNames(cli: Cli, things: readonly Thing[]): Promise<ReadonlyMap<string, string>> {
  if (things.every(({ clientId }) => clientId === null)) return new Map();
  const clients = await listThings.client(cli.api(), undefined);
  return new Map(clients.map(({ id, names }) => [id, names[0] ?? id]));
}

const tell = (things: readonly Thing[], owners: ReadonlyMap<string, string> = new Map()): string =>
  [
    ...things.slice(0, mostTold).map(({ id, keys, names, clientId }) => {
      const owner = clientId === null ? undefined : owners.get(clientId);
      const more = [...names, ...keys, ...(owner === undefined ? [] : [`of ${owner}`])];
      return `${id} (${more.join(", ")})`;
    }),
    ...(things.length > mostTold ? ["…"] : []),
  ].join(", ");
