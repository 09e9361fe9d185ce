import { sql } from "kysely";
import { markDirectConfigStale } from "../publishing/mark-direct-config-stale.ts";
import type { PipelineScope } from "../scope.ts";
import { queries, write, type Statement } from "../statement.ts";
import type { Destination } from "./destination.ts";

/**
 * Switches a destination off unless its settings were changed since they were read, and has its client's configuration for outages
 * published anew. The first statement's result is 1 when it was switched off now.
 */
export const disableDestination = (
  scope: PipelineScope,
  { id, client_id, sealed_settings }: Pick<Destination, "id" | "client_id" | "sealed_settings">,
  reason: string,
  nowMs: number,
): readonly [Statement<number>, Statement<number>] => [
  write(
    sql`
      UPDATE destinations SET enabled = 0, disabled_reason = ${reason}, disabled_at = ${nowMs}, updated_at = max(updated_at + 1, ${nowMs})
      WHERE id = ${id} AND enabled = 1 AND sealed_settings = ${sealed_settings}`.compile(queries),
  ),
  markDirectConfigStale(scope, client_id),
];
