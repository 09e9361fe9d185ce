import { z } from "@hono/zod-openapi";
import { reasonOf } from "@leadrelay/contracts/reason-of";
import { judgeFilter } from "@leadrelay/core/shape/judge-filter";
import { leadValues } from "@leadrelay/core/shape/lead-values";
import { getShape, type ReadShape } from "@leadrelay/core/shape/read-shape";
import { openSettings } from "@leadrelay/delivery/open-settings";
import { previewRequest } from "@leadrelay/delivery/preview-request";
import { auditReads } from "../access/audit-reads.ts";
import { isMasked } from "../access/is-masked.ts";
import { requireContacts } from "../access/require-contacts.ts";
import { destinationParams } from "../destinations/destination-schema.ts";
import { readDestination } from "../destinations/read-destination.ts";
import { readEndpoint } from "../endpoint/endpoint.ts";
import { apiProblem } from "../problems/api-problem.ts";
import { requireShape } from "./require-shape.ts";
import { triedShapeBody } from "./shape-schema.ts";
import { lastLeads, mostTried, namedLead, sampleLead, type TriedLead } from "./told-leads.ts";
import { tryShape } from "./try-shape.ts";

export const previewDestination = readEndpoint({
  path: "/api/destinations/{destination_id}/preview",
  operationId: "previewDestination",
  tag: "Destinations",
  summary: "Show the request that a lead would be sent by, and whether it passes the filter",
  description:
    "By the shape the destination has, or by one that is not saved yet. Of a sample lead, or of one that is named by its id or its submission's: for that, whoever asks must see contacts. Nothing is sent.",
  access: { permission: "config:read" },
  params: destinationParams,
  body: z.strictObject({
    shape: triedShapeBody
      .nullable()
      .optional()
      .openapi({ description: "One that is not saved; null: none. Left out: the one it has." }),
    lead_id: z
      .string()
      .min(1)
      .max(100)
      .optional()
      .openapi({ description: "A lead, or a submission. Left out: the sample." }),
    last: z
      .int()
      .min(0)
      .max(mostTried)
      .default(0)
      .openapi({ description: "Of how many of the client's last leads it is counted whether they pass." }),
  }),
  answer: z
    .object({
      destination_id: z.string(),
      destination_name: z.string(),
      lead_id: z.string().nullable().openapi({ description: "The submission's; null: the sample." }),
      passes: z.boolean().openapi({ description: "Whether it passes the filter." }),
      last: z.object({ leads: z.int(), passed: z.int() }).nullable().openapi({
        description:
          "How many of the client's last leads would pass the filter; null where that was not asked, or who asks sees contacts masked: a filter would tell them.",
      }),
      why_not: z.string().nullable().openapi({ description: "What it does not meet: `country is not IN`." }),
      request: z
        .object({
          method: z.string(),
          url: z.string(),
          headers: z.record(z.string(), z.string()),
          body: z.string().nullable(),
        })
        .nullable()
        .openapi({ description: "Whole, without secrets and signatures; null where none can be built." }),
      error: z
        .string()
        .nullable()
        .openapi({ description: "Why none can be built; its delivery would be a dead letter that says so." }),
    })
    .openapi("DestinationPreview"),
  async handle({ params, body, access, dependencies }) {
    const { scope } = access;
    const destination = await readDestination(params.destination_id, scope, dependencies);
    const { id, name, kind, client_id, shape_json } = destination;
    if (body.lead_id !== undefined && isMasked(scope, client_id))
      requireContacts(scope, client_id, "preview");
    const lead =
      body.lead_id === undefined
        ? sampleLead(dependencies.now())
        : await namedLead(destination, body.lead_id, scope, dependencies);
    const shape =
      body.shape === undefined
        ? storedShape(shape_json)
        : (requireShape(kind, body.shape ?? {})?.read ?? none);
    const last =
      body.last === 0 || isMasked(scope, client_id)
        ? null
        : countPassed(shape, await lastLeads(destination, scope, dependencies, body.last));
    const shown = { destination_id: id, destination_name: name, lead_id: lead.id, last };
    const audit =
      lead.id === null
        ? []
        : auditReads(access, {
            action: "submission.read",
            rows: [{ client_id, masked: false }],
            subject: { kind: "submission", id: lead.id },
            detail: { previewed_for: id },
          });
    const settings = await openSettings(destination, dependencies.sealer).catch(() => {
      throw apiProblem(
        "conflict",
        `No master key opens its settings: \`leadrelay destination change ${id} --address\`.`,
      );
    });
    try {
      const { judged, mapped } = tryShape(shape, lead);
      const delivery = {
        message: lead.message,
        event: { ...lead.event, payload: lead.payload, attribution: lead.attribution },
        delivery_public_id: lead.delivery_public_id ?? "",
        attempt: 1,
        attempted_at: dependencies.now(),
        ...(mapped === undefined ? {} : { mapped }),
      };
      const request = await previewRequest(kind, settings, delivery);
      const why_not = judged.passes ? null : judged.why;
      return { body: { ...shown, passes: judged.passes, why_not, request, error: null }, audit };
    } catch (error) {
      const body = { ...shown, passes: false, why_not: null, request: null, error: reasonOf(error) };
      return { body, audit };
    }
  },
});

/** One that cannot be judged does not pass. */
function countPassed({ condition }: ReadShape, leads: readonly TriedLead[]) {
  const passed =
    condition === null ? leads : leads.filter((lead) => judgeFilter(condition, leadValues(lead)).passes);
  return { leads: leads.length, passed: passed.length };
}

const none = { condition: null, mapping: null };

/** Throws the 409 for one that cannot be read. */
function storedShape(shapeJson: string | null) {
  if (shapeJson === null) return none;
  try {
    return getShape(shapeJson);
  } catch (error) {
    throw apiProblem("conflict", `${reasonOf(error)}. Save it anew.`);
  }
}
