import { z } from "@hono/zod-openapi";
import { updateClient } from "@leadrelay/db/clients/write-client";
import { markPhoneCountryStale } from "@leadrelay/db/publishing/mark-phone-country-stale";
import { valuesBefore } from "../access/values-before.ts";
import { requireContacts } from "../access/require-contacts.ts";
import { isMasked } from "../access/is-masked.ts";
import { changeEndpoint } from "../endpoint/endpoint.ts";
import { versionGuard } from "../endpoint/version-guard.ts";
import { changedClient } from "./client-answer.ts";
import {
  clientName,
  clientParams,
  clientPhoneCountry,
  clientSchema,
  clientTimeZone,
} from "./client-schema.ts";
import { formsToPublish } from "./forms-to-publish.ts";
import { readLiveClient } from "./read-client.ts";

/** More than there are signs of a bot. */
const mostWeights = 50;

const stage = z.string().trim().min(1).max(50);

export const changeClient = changeEndpoint({
  method: "patch",
  path: "/api/clients/{client_id}",
  operationId: "changeClient",
  tag: "Clients",
  summary: "Change a client's name, time zone, phone country, pipeline stages and what counts as a test",
  access: { permission: "config:write" },
  params: clientParams,
  body: z.strictObject({
    name: clientName.optional(),
    time_zone: clientTimeZone.optional(),
    phone_country: clientPhoneCountry.optional(),
    stages: z
      .array(stage)
      .min(1)
      .max(30)
      .refine((stages) => new Set(stages).size === stages.length, "should name each stage once")
      .optional(),
    test_strings: z.array(z.string().trim().min(3).max(100)).max(50).optional(),
    suspicion_weights: z
      .record(z.string().max(50), z.number().min(0).max(100))
      .refine(
        (weights) => Object.keys(weights).length <= mostWeights,
        `should hold at most ${mostWeights} weights`,
      )
      .openapi({ maxProperties: mostWeights })
      .optional(),
  }),
  versioned: true,
  answer: clientSchema,
  async handle({ params, body, access: { scope }, dependencies, expectedVersion }) {
    const before = await readLiveClient(params.client_id, scope, dependencies);
    if (body.test_strings !== undefined) requireContacts(scope, before.id, "test_strings");
    const isElsewhere = body.phone_country !== undefined && body.phone_country !== before.phone_country;
    const guard = versionGuard(scope, "clients", before, expectedVersion, dependencies.now());
    const { test_strings, ...rest } = body;
    const client = { ...before, ...body, updated_at: guard.version };
    const { waiting, published } = changedClient(client, isMasked(scope, client.id));
    return {
      control: [
        guard.statement,
        updateClient(scope, client),
        ...(isElsewhere ? [markPhoneCountryStale(scope, client.id, client.updated_at)] : []),
      ],
      audit: [
        {
          agencyId: client.agency_id,
          clientId: client.id,
          action: "client.changed",
          subject: { kind: "client", id: client.id },
          detail: {
            ...rest,
            ...(test_strings === undefined ? {} : { test_strings_changed: true }),
            ...valuesBefore({ ...before }, rest),
          },
        },
      ],
      answer: waiting,
      publish: {
        changed: {
          formIds: isElsewhere ? await formsToPublish(scope, client.id, dependencies) : [],
          clientId: client.id,
        },
        answer: published,
      },
    };
  },
});
