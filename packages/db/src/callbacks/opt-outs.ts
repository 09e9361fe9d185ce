import { sql } from "kysely";
import type { PipelineScope } from "../scope.ts";
import { queries, write, type Statement } from "../statement.ts";

/** Whoever wants no more messages to a phone, or wants them again. @param wish `phone` as it identifies */
export function setOptOut(
  _scope: PipelineScope,
  { client_id, phone, isOut, at }: { client_id: string; phone: string; isOut: boolean; at: number },
): Statement<number> {
  const query = isOut
    ? sql`INSERT INTO opt_outs (client_id, kind, value, opted_out_at) VALUES (${client_id}, 'phone', ${phone}, ${at})
        ON CONFLICT DO NOTHING`
    : sql`DELETE FROM opt_outs WHERE client_id = ${client_id} AND kind = 'phone' AND value = ${phone}`;
  return write(query.compile(queries));
}
