import type { ReplayFilter, ReplayPart } from "@leadrelay/contracts/replay";
import { clientsOfForms } from "@leadrelay/db/forms/clients-of-forms";
import { replayDestinations } from "@leadrelay/db/replays/replay-destinations";
import { runBatch } from "@leadrelay/db/run-batch";
import type { OperatorScope } from "@leadrelay/db/scope";

type Narrowed =
  | { kind: "parts"; parts: ReplayPart[] }
  /** The filter names something that is not in the scope, or not at all. */
  | { kind: "not_found"; subject: "client" | "form" | "destination"; id: string };

/** Where a filter has to look: its clients, as far as the scope reaches, and for the installation's owners letters without a client. */
export async function narrowParts(
  scope: OperatorScope,
  filter: ReplayFilter,
  { control, leadDatabaseNames }: { control: D1Database; leadDatabaseNames: readonly string[] },
): Promise<Narrowed> {
  const [forms, destinations] = await runBatch(control, [
    clientsOfForms(scope, filter.form_ids ?? []),
    replayDestinations(scope, filter.destination_ids ?? []),
  ]);
  const missing =
    unknownOf("client", filter.client_ids, scope.clients) ??
    unknownOf("form", filter.form_ids, forms) ??
    unknownOf("destination", filter.destination_ids, destinations);
  if (missing !== undefined) return { kind: "not_found", ...missing };
  const narrowings = [
    filter.client_ids,
    filter.form_ids && forms.map(({ client_id }) => client_id),
    filter.destination_ids && destinations.map(({ client_id }) => client_id),
  ].flatMap((ids) => (ids === undefined ? [] : [new Set(ids)]));
  const clients = scope.clients.filter(({ id }) => narrowings.every((ids) => ids.has(id)));
  const parts = clients.map(({ id, database }) => ({ client_id: id, database }));
  const hasNobodys = scope.isInstallation && narrowings.length === 0 && wantsNobodys(filter);
  const nobodys = leadDatabaseNames.map((database) => ({ client_id: null, database }));
  return { kind: "parts", parts: hasNobodys ? [...parts, ...nobodys] : parts };
}

/** A delivery always has a client. */
const wantsNobodys = (filter: ReplayFilter) =>
  filter.status === "dead" && (filter.kinds ?? ["delivery"]).some((kind) => kind !== "delivery");

function unknownOf<Subject extends string>(
  subject: Subject,
  wanted: readonly string[] | undefined,
  known: readonly { id: string }[],
): { subject: Subject; id: string } | undefined {
  const ids = new Set(known.map(({ id }) => id));
  const id = wanted?.find((each) => !ids.has(each));
  return id === undefined ? undefined : { subject, id };
}
