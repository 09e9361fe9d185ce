import type { Exchange } from "@leadrelay/contracts/exchange";
import { findExchanges } from "@leadrelay/db/exchanges/find-exchanges";
import { runOne } from "@leadrelay/db/run-batch";
import type { OperatorScope } from "@leadrelay/db/scope";
import { unpackExchanges } from "@leadrelay/delivery/exchanges/unpack-exchanges";
import type { AdminDependencies } from "../dependencies.ts";
import type { FoundDelivery } from "./read-delivery.ts";

/** What tries of a delivery sent and were answered, by their numbers, as far as that is kept: nothing for those who see contacts masked. */
export async function readExchanges(
  { delivery, client }: FoundDelivery,
  scope: OperatorScope,
  { leadDatabase, exchangesKeptMs, now }: Pick<AdminDependencies, "leadDatabase" | "exchangesKeptMs" | "now">,
  before?: number,
): Promise<ReadonlyMap<number, Exchange[]>> {
  if (client.masked || exchangesKeptMs === 0) return new Map();
  const since = now() - exchangesKeptMs;
  const found = await runOne(
    leadDatabase(client.database),
    findExchanges({ ...scope, clients: [client] }, delivery.public_id, { since, before }),
  );
  return new Map(
    found.flatMap(({ number, packed }) => {
      const exchanges = unpackExchanges(packed);
      return exchanges === null ? [] : [[number, exchanges] as const];
    }),
  );
}
