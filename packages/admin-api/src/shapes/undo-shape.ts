import { z } from "@hono/zod-openapi";
import { requireContacts } from "../access/require-contacts.ts";
import { readLiveClient } from "../clients/read-client.ts";
import { destinationParams } from "../destinations/destination-schema.ts";
import { readLiveDestination } from "../destinations/read-destination.ts";
import { changeEndpoint } from "../endpoint/endpoint.ts";
import { apiProblem } from "../problems/api-problem.ts";
import { requireBasedOn } from "./require-based-on.ts";
import { requireShape } from "./require-shape.ts";
import { basedOn, shownShapeSchema } from "./shape-schema.ts";
import { mostVersions, readVersions } from "./show-shape.ts";
import { writeShape } from "./write-shape.ts";

export const undoDestinationShape = changeEndpoint({
  method: "post",
  path: "/api/destinations/{destination_id}/shape/undo",
  operationId: "undoDestinationShape",
  tag: "Destinations",
  summary: "Go back to the filter and mapping that a destination had before",
  description:
    "To the version named, or to the one before that which is in force; 0 is none. What it goes back to becomes a version of its own, so that an undo can be undone.",
  access: { permission: "config:write" },
  params: destinationParams,
  body: z.strictObject({ version: z.int().min(0).max(1_000_000).optional(), based_on: basedOn }),
  answer: shownShapeSchema,
  async handle({ params, body, access, dependencies }) {
    const { scope } = access;
    const before = await readLiveDestination(params.destination_id, scope, dependencies);
    const client = await readLiveClient(before.client_id, scope, dependencies);
    requireContacts(scope, client.id, "shape");
    const versions = await readVersions(before, scope, dependencies);
    requireBasedOn(versions, body.based_on);
    const [newest] = versions;
    if (newest === undefined)
      throw apiProblem("conflict", "It never had a filter or a mapping: there is nothing to go back to.");
    const inForce = newest.restores ?? newest.version;
    const to = body.version ?? inForce - 1;
    const found = versions.find(({ version }) => version === to);
    if (to < 0 || (to > 0 && found === undefined))
      throw apiProblem(
        "conflict",
        to < 0
          ? "It has none, as in the beginning: name the version that it should have."
          : `There is no version ${to} among its last ${mostVersions}: \`leadrelay shape show ${before.id}\` shows those.`,
      );
    const stored = found?.shape_json ?? null;
    const shape = stored === null ? null : (requireShape(before.kind, JSON.parse(stored))?.shape ?? null);
    return writeShape({ before, client, versions, shape, restores: to, notes: [] }, access, dependencies);
  },
});
