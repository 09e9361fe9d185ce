import { sql, type RawBuilder, type SqlBool } from "kysely";
import type { Scope } from "../scope.ts";
import { queries, write, type Statement } from "../statement.ts";

/** Enough for whoever works from many places; a stranger adds none. */
const mostAddresses = 50;

/** SQL: whoever has this e-mail address, in small letters, signed in before from one of these addresses. */
export const signedInFrom = (email: string, addressHashes: readonly string[]): RawBuilder<SqlBool> =>
  sql<SqlBool>`EXISTS (
    SELECT 1 FROM operators AS o CROSS JOIN operator_addresses AS a ON a.operator_id = o.id
    WHERE o.email = ${email} AND a.address_hash IN (SELECT value FROM json_each(${JSON.stringify(addressHashes)})))`;

/** Remembers where an operator signed in from; what is beyond the newest fifty is forgotten. `now` in ms UTC. */
export function rememberAddress(
  _scope: Scope,
  { operatorId, addressHash, now }: { operatorId: string; addressHash: string; now: number },
): [Statement<number>, Statement<number>] {
  const insert = queries
    .insertInto("operator_addresses")
    .values({ operator_id: operatorId, address_hash: addressHash, last_seen_at: now })
    .onConflict((conflict) =>
      conflict.columns(["operator_id", "address_hash"]).doUpdateSet({ last_seen_at: now }),
    );
  const newest = queries
    .selectFrom("operator_addresses")
    .select("address_hash")
    .where("operator_id", "=", operatorId)
    .orderBy("last_seen_at", "desc")
    .limit(mostAddresses);
  const forget = queries
    .deleteFrom("operator_addresses")
    .where("operator_id", "=", operatorId)
    .where("address_hash", "not in", newest);
  return [write(insert.compile()), write(forget.compile())];
}
