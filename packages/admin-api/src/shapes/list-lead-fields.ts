import { z } from "@hono/zod-openapi";
import { formFields } from "@leadrelay/core/shape/form-fields";
import { formPrefix, leadNames } from "@leadrelay/core/shape/lead-names";
import { leadValues, type LeadValue } from "@leadrelay/core/shape/lead-values";
import { isMasked } from "../access/is-masked.ts";
import { auditReads } from "../access/audit-reads.ts";
import { destinationParams } from "../destinations/destination-schema.ts";
import { readDestination } from "../destinations/read-destination.ts";
import { readEndpoint } from "../endpoint/endpoint.ts";
import { lastLeads, type TriedLead } from "./told-leads.ts";

const looked = 20;
const mostFields = 200;
const longestExample = 80;

export const listLeadFields = readEndpoint({
  path: "/api/destinations/{destination_id}/lead-fields",
  operationId: "listLeadFields",
  tag: "Destinations",
  summary: "List what a filter or a mapping may ask of a lead",
  description: `Every name there is, and the fields that forms sent in the client's last ${looked} leads, each with what the newest lead that has it says. Whoever sees contacts masked gets names alone.`,
  access: { permission: "config:read" },
  params: destinationParams,
  answer: z.object({
    items: z.array(
      z
        .object({
          name: z.string().openapi({ example: "fields.budget" }),
          of_form: z.boolean().openapi({ description: "A form sends it; else it is one of ours." }),
          example: z.string().nullable().openapi({ description: "Of the last leads; null: none has it." }),
        })
        .openapi("LeadField"),
    ),
  }),
  async handle({ params, access, dependencies }) {
    const { scope } = access;
    const destination = await readDestination(params.destination_id, scope, dependencies);
    const { client_id, id } = destination;
    const masked = isMasked(scope, client_id);
    const leads = await lastLeads(destination, scope, dependencies, looked);
    const items = [
      ...formNames(leads).map((name) => ({ name, of_form: true })),
      ...leadNames.map((name) => ({ name, of_form: false })),
    ].map((field) => ({ ...field, example: masked ? null : exampleOf(field.name, leads) }));
    return {
      body: { items },
      audit: masked
        ? []
        : auditReads(access, {
            action: "submission.read",
            rows: leads.map(() => ({ client_id, masked: false })),
            subject: { kind: "destination", id },
          }),
    };
  },
});

/** As they were posted, each once; `formFields` has them under a comparable name, too. */
function formNames(leads: readonly TriedLead[]): string[] {
  const names = new Set<string>();
  for (const { payload_json } of leads) {
    const seen = new Set<string>();
    // As posted comes first, as compared right behind it.
    for (const [name, value] of formFields(payload_json)) {
      const key = `${name.toLowerCase().replaceAll(/[\s_-]+/g, "_")} ${String(value)}`;
      if (!seen.has(key)) names.add(`${formPrefix}${name}`);
      seen.add(key);
    }
  }
  return [...names].slice(0, mostFields);
}

function exampleOf(name: string, leads: readonly TriedLead[]): string | null {
  for (const lead of leads) {
    const text = textOf(leadValues(lead).of(name));
    if (text !== "") return text.slice(0, longestExample);
  }
  return null;
}

const textOf = (value: LeadValue): string =>
  value === null ? "" : typeof value === "object" ? value.join(", ") : String(value);
