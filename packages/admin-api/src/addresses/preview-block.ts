import { z } from "@hono/zod-openapi";
import { countReached } from "@leadrelay/core/ip-lists/count-reached";
import { runOne } from "@leadrelay/db/run-batch";
import { recentAddresses } from "@leadrelay/db/submissions/recent-addresses";
import { clientInScope } from "../access/client-in-scope.ts";
import { requireContacts } from "../access/require-contacts.ts";
import { clientParams } from "../clients/client-schema.ts";
import { readEndpoint } from "../endpoint/endpoint.ts";
import { addressFields } from "./address-fields.ts";

const monthMs = 30 * 86_400_000;
/** Each is some three rows read. */
const mostLookedAt = 2_000;

export const previewBlock = readEndpoint({
  path: "/api/clients/{client_id}/blocked-ip-preview",
  operationId: "previewBlockedIp",
  tag: "Addresses",
  summary: "Show how many leads of the last 30 days came from a network, before it is blocked",
  description: `Nothing is changed. Of the last ${mostLookedAt} submissions at most; tests are left out.`,
  access: { permission: "config:write" },
  params: clientParams,
  query: z.strictObject({ cidr: addressFields.cidr }),
  answer: z
    .object({
      cidr: z.string().openapi({ description: "As it would be listed." }),
      leads: z.int().openapi({ description: "That posted from there." }),
      submissions: z.int().openapi({ description: "Theirs, from there." }),
      looked_at: z.int().openapi({ description: "Of so many submissions." }),
      is_more: z.boolean().openapi({ description: "More came in the 30 days, and were not looked at." }),
    })
    .openapi("BlockPreview"),
  async handle({ params: { client_id }, query: { cidr }, access: { scope }, dependencies }) {
    const { database } = clientInScope(scope, client_id);
    requireContacts(scope, client_id, "whereabouts");
    const found = await runOne(
      dependencies.leadDatabase(database),
      recentAddresses(scope, client_id, {
        since: dependencies.now() - monthMs,
        limit: mostLookedAt + 1,
      }),
    );
    const looked = found.slice(0, mostLookedAt);
    return {
      body: {
        cidr,
        ...countReached(cidr, looked),
        looked_at: looked.length,
        is_more: found.length > mostLookedAt,
      },
    };
  },
});
