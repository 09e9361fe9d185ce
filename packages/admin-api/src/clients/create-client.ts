import { z } from "@hono/zod-openapi";
import { insertClient } from "@leadrelay/db/clients/write-client";
import { defaultStages } from "@leadrelay/contracts/pipeline-stages";
import { changeEndpoint } from "../endpoint/endpoint.ts";
import { notFound } from "../problems/api-problem.ts";
import { changedClient } from "./client-answer.ts";
import { clientName, clientPhoneCountry, clientSchema, clientTimeZone } from "./client-schema.ts";

export const createClient = changeEndpoint({
  method: "post",
  path: "/api/clients",
  operationId: "createClient",
  tag: "Clients",
  summary: "Add a client to an agency",
  access: { permission: "agency:manage" },
  body: z.strictObject({
    agency_id: z.string().max(100),
    name: clientName,
    time_zone: clientTimeZone.default(null),
    phone_country: clientPhoneCountry.default(null),
  }),
  status: 201,
  answer: clientSchema,
  async handle({ body, access: { scope }, dependencies: { now, newId } }) {
    if (!scope.agencyIds.includes(body.agency_id)) throw notFound("agency");
    const at = now();
    const id = `cli_${newId()}`;
    const client = {
      id,
      ...body,
      stages: [...defaultStages],
      test_strings: [],
      suspicion_weights: {},
      direct_config_stale: true,
      created_at: at,
      updated_at: at,
      deleted_at: null,
    };
    const { waiting, published } = changedClient(client, false, { location: `/api/clients/${id}` });
    return {
      control: [
        insertClient(scope, {
          id,
          agencyId: body.agency_id,
          name: body.name,
          timeZone: body.time_zone,
          phoneCountry: body.phone_country,
          now: at,
        }),
      ],
      audit: [
        {
          agencyId: body.agency_id,
          clientId: id,
          action: "client.created",
          subject: { kind: "client", id },
          detail: {
            name: body.name,
            ...(body.time_zone === null ? {} : { time_zone: body.time_zone }),
            ...(body.phone_country === null ? {} : { phone_country: body.phone_country }),
          },
        },
      ],
      answer: waiting,
      publish: { changed: { formIds: [], clientId: id }, answer: published },
    };
  },
});
