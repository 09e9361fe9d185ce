import { ownedRows, type OwnedRange } from "../lists/owned-rows.ts";
import type { OperatorScope } from "../scope.ts";
import { rowsOf, type Statement } from "../statement.ts";
import type { DestinationsTable } from "../tables/destinations-table.ts";
import { toDestinationDetails, type DestinationDetails } from "./destination-details.ts";

/** Destinations of the scope's clients, deleted ones too: client by client, newest first. */
export const listDestinations = (scope: OperatorScope, range: OwnedRange): Statement<DestinationDetails[]> =>
  rowsOf(ownedRows<DestinationsTable>(scope, "destinations", range), toDestinationDetails);
