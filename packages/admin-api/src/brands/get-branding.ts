import { z } from "@hono/zod-openapi";
import { firstBrands } from "@leadrelay/db/agencies/brands";
import { runOne } from "@leadrelay/db/run-batch";
import { readEndpoint } from "../endpoint/endpoint.ts";
import { lookFields, toLook } from "./brand-schema.ts";

const ours = { id: "", name: "LeadRelay", hue: null, logo_id: null };

export const getBranding = readEndpoint({
  path: "/api/branding",
  operationId: "getBranding",
  tag: "Installation",
  summary: "What this installation looks like before anybody signs in",
  description: "The look of its agency where it has only one; LeadRelay's own where several share it.",
  access: "everyone",
  answer: z.object(lookFields).openapi("Branding"),
  async handle({ access: { scope }, dependencies }) {
    const [first = ours, second] = await runOne(dependencies.control, firstBrands(scope));
    return { body: toLook(second === undefined ? first : ours) };
  },
});
