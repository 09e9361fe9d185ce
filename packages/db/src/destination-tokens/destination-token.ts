import { sql } from "kysely";
import { requireClient } from "../scope/require-client.ts";
import type { OperatorScope, PipelineScope } from "../scope.ts";
import { mapResult, queries, rowsOf, write, type Statement } from "../statement.ts";
import type { DestinationTokensTable } from "../tables/destination-tokens-table.ts";

/** Where a destination's token is sealed: table, row and column. */
export const sealedTokenAt = (destinationId: string) => ({
  table: "destination_tokens",
  row: destinationId,
  column: "sealed_token",
});

type KeptToken = Pick<DestinationTokensTable, "sealed_token" | "expires_at">;

/** The token of a destination that was got with these settings and is good beyond `goodUntil` (ms), if there is one. */
export const findToken = (
  _scope: PipelineScope,
  destinationId: string,
  { settingsMark, goodUntil }: { settingsMark: string; goodUntil: number },
): Statement<KeptToken | undefined> =>
  mapResult(
    rowsOf(
      sql<KeptToken>`
        SELECT sealed_token, expires_at FROM destination_tokens
        WHERE destination_id = ${destinationId} AND settings_mark = ${settingsMark} AND expires_at > ${goodUntil}`.compile(
        queries,
      ),
      (row) => row,
    ),
    ([row]) => row,
  );

/** Keeps a token for the isolates that follow; whoever comes last wins. */
export const keepToken = (_scope: PipelineScope, token: DestinationTokensTable): Statement<number> =>
  write(
    sql`
      INSERT INTO destination_tokens (destination_id, client_id, sealed_token, settings_mark, expires_at)
      VALUES (${token.destination_id}, ${token.client_id}, ${token.sealed_token}, ${token.settings_mark}, ${token.expires_at})
      ON CONFLICT DO UPDATE SET sealed_token = excluded.sealed_token, settings_mark = excluded.settings_mark,
        expires_at = excluded.expires_at`.compile(queries),
  );

/** Forgets a token that was refused, unless another came meanwhile. */
export const forgetToken = (
  _scope: PipelineScope,
  destinationId: string,
  sealedToken: string,
): Statement<number> =>
  write(
    sql`
      DELETE FROM destination_tokens WHERE destination_id = ${destinationId} AND sealed_token = ${sealedToken}`.compile(
      queries,
    ),
  );

/** Forgets whatever token a destination of the scope has: it is deleted. */
export function forgetTokens(
  scope: OperatorScope,
  { id, client_id }: { id: string; client_id: string },
): Statement<number> {
  requireClient(scope, client_id);
  return write(
    sql`DELETE FROM destination_tokens WHERE destination_id = ${id} AND client_id = ${client_id}`.compile(
      queries,
    ),
  );
}
