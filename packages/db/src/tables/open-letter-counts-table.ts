import type { DeadLetterGroupsTable } from "./dead-letter-groups-table.ts";

/** Open letters by client and kind; triggers alone write it. */
export type OpenLetterCountsTable = Pick<DeadLetterGroupsTable, "client_id" | "kind" | "open_count">;
