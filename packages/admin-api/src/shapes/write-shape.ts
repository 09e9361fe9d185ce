import type { Shape } from "@leadrelay/contracts/shape";
import { insertShape } from "@leadrelay/db/destination-shapes/destination-shapes";
import type { DestinationDetails } from "@leadrelay/db/destinations/destination-details";
import { updateDestination } from "@leadrelay/db/destinations/write-destination";
import type { DestinationShapesTable } from "@leadrelay/db/tables/destination-shapes-table";
import type { Access } from "../access/access.ts";
import type { readClient } from "../clients/read-client.ts";
import type { AdminDependencies } from "../dependencies.ts";
import type { Change } from "../endpoint/change.ts";
import { versionGuard } from "../endpoint/version-guard.ts";
import { showShape } from "./show-shape.ts";

interface NewShape {
  before: DestinationDetails;
  client: Pick<Awaited<ReturnType<typeof readClient>>, "id" | "agency_id">;
  /** Newest first. */
  versions: readonly DestinationShapesTable[];
  shape: Shape | null;
  /** Of an undo. */
  restores: number | null;
  notes: string[];
}

/** The change that gives a destination another shape, as its next version. */
export function writeShape(
  { before, client, versions, shape, restores, notes }: NewShape,
  { actor, scope }: Access,
  { now }: Pick<AdminDependencies, "now">,
): Change<ReturnType<typeof showShape>> {
  const guard = versionGuard(scope, "destinations", before, null, now());
  const shape_json = shape === null ? null : JSON.stringify(shape);
  const destination = { ...before, shape_json, updated_at: guard.version };
  const by = actor.kind === "nobody" ? { id: "", name: "" } : actor;
  const next: DestinationShapesTable = {
    destination_id: before.id,
    version: (versions[0]?.version ?? 0) + 1,
    client_id: before.client_id,
    shape_json,
    restores,
    created_at: guard.version,
    created_by: by.id,
    created_by_name: by.name,
  };
  return {
    control: [guard.statement, ...updateDestination(scope, destination), insertShape(scope, next)],
    audit: [
      {
        agencyId: client.agency_id,
        clientId: client.id,
        action: "destination.changed",
        subject: { kind: "destination", id: before.id },
        detail: {
          shape:
            restores === null ? `version ${next.version}` : `version ${next.version}, as version ${restores}`,
        },
      },
    ],
    answer: { body: showShape(destination, [next, ...versions], scope, notes), version: guard.version },
    publish: { changed: { formIds: [], clientId: client.id } },
  };
}
