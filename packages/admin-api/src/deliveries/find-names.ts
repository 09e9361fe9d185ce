import { destinationStates, type DestinationState } from "@leadrelay/db/destinations/destination-states";
import { personsOfLeads, type LeadPerson } from "@leadrelay/db/leads/persons-of-leads";
import { runOne } from "@leadrelay/db/run-batch";
import type { OperatorScope } from "@leadrelay/db/scope";
import { clientInScope } from "../access/client-in-scope.ts";
import type { AdminDependencies } from "../dependencies.ts";

/** A row of a page that names a lead and a destination by the tables' ids. */
interface Naming {
  client_id: string | null;
  lead_id: number | null;
  destination_id: string | null;
}

/** What the ids of a page's rows stand for. */
interface Names {
  /** The lead and its person; null where there is none, or it was erased. */
  leadOf(row: Naming): LeadPerson | null;
  destinationOf(row: Naming): DestinationState | undefined;
}

/** Looks up what a page's rows name, a read for each thing: once it is known which rows the page has. */
export async function findNames(
  rows: readonly Naming[],
  scope: OperatorScope,
  { control, leadDatabase }: Pick<AdminDependencies, "control" | "leadDatabase">,
): Promise<Names> {
  const owned = rows.flatMap(({ client_id, lead_id }) =>
    client_id === null || lead_id === null
      ? []
      : [{ lead_id, database: clientInScope(scope, client_id).database }],
  );
  const destinationIds = rows.flatMap(({ destination_id }) => destination_id ?? []);
  const [destinations, ...leads] = await Promise.all([
    destinationIds.length === 0 ? [] : runOne(control, destinationStates(scope, destinationIds)),
    ...[...Map.groupBy(owned, ({ database }) => database)].map(async ([database, own]) => {
      const ids = own.map(({ lead_id }) => lead_id);
      const found = await runOne(leadDatabase(database), personsOfLeads(scope, ids));
      return found.map((lead): [string, LeadPerson] => [`${lead.client_id} ${lead.id}`, lead]);
    }),
  ]);
  const persons = new Map(leads.flat());
  const known = new Map(destinations.map((destination) => [destination.id, destination]));
  return {
    leadOf: ({ client_id, lead_id }) => persons.get(`${client_id} ${lead_id}`) ?? null,
    destinationOf: ({ destination_id }) => known.get(destination_id ?? ""),
  };
}
