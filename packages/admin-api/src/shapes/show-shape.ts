import type { z } from "@hono/zod-openapi";
import { readShape } from "@leadrelay/core/shape/read-shape";
import { sayCondition } from "@leadrelay/core/shape/say-condition";
import { newestShapes } from "@leadrelay/db/destination-shapes/destination-shapes";
import type { DestinationDetails } from "@leadrelay/db/destinations/destination-details";
import { runOne } from "@leadrelay/db/run-batch";
import type { OperatorScope } from "@leadrelay/db/scope";
import type { DestinationShapesTable } from "@leadrelay/db/tables/destination-shapes-table";
import { isMasked } from "../access/is-masked.ts";
import type { AdminDependencies } from "../dependencies.ts";
import type { shapeSchema, shownShapeSchema } from "./shape-schema.ts";

/** Versions that are shown. */
export const mostVersions = 50;

export const readVersions = (
  { id }: Pick<DestinationDetails, "id">,
  scope: OperatorScope,
  { control }: Pick<AdminDependencies, "control">,
): Promise<DestinationShapesTable[]> => runOne(control, newestShapes(scope, id, mostVersions));

/** A destination's shape and those it had. @param versions newest first */
export function showShape(
  { id, name, client_id, shape_json }: DestinationDetails,
  versions: readonly DestinationShapesTable[],
  scope: OperatorScope,
  notes: string[] = [],
): z.output<typeof shownShapeSchema> {
  const masked = isMasked(scope, client_id);
  const read = shape_json === null ? null : readShape(parsed(shape_json));
  const condition = read?.ok === true ? read.read.condition : null;
  return {
    destination_id: id,
    destination_name: name,
    shape: shapeOf(shape_json),
    filter_in_words: condition === null ? null : sayCondition(condition),
    is_readable: read === null || read.ok,
    version: versions[0]?.version ?? 0,
    versions: versions.map(({ version, shape_json: stored, restores, created_at, created_by_name }) => ({
      version,
      shape: shapeOf(stored),
      restores,
      created_at,
      created_by: masked ? null : created_by_name,
    })),
    notes,
  };
}

function shapeOf(json: string | null): z.output<typeof shapeSchema> | null {
  const read = json === null ? null : readShape(parsed(json));
  return read?.ok === true ? (read.shape as z.output<typeof shapeSchema>) : null;
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}
