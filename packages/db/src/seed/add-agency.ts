import type { PipelineScope } from "../scope.ts";
import { queries, write, type Statement } from "../statement.ts";

export interface AgencyInput {
  id: string;
  name: string;
  /** The first agency: its owners alone see rows without a client. */
  isInstallation: boolean;
  /** Milliseconds UTC. */
  now: number;
}

/** Adds an agency unless it is there. It stands above every client, so no client scope reaches it. */
export function addAgency(_scope: PipelineScope, agency: AgencyInput): Statement<number> {
  const row = {
    id: agency.id,
    name: agency.name,
    is_installation: agency.isInstallation ? (1 as const) : (0 as const),
    created_at: agency.now,
    updated_at: agency.now,
    deleted_at: null,
  };
  return write(
    queries
      .insertInto("agencies")
      .values(row)
      .onConflict((conflict) => conflict.column("id").doNothing())
      .compile(),
  );
}
