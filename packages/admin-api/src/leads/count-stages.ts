import { z } from "@hono/zod-openapi";
import { countStages } from "@leadrelay/core/pipeline/count-stages";
import { countedLeads, countOn, movedLeads, uncountedLeads } from "@leadrelay/db/leads/count-leads";
import { runBatch, runOne } from "@leadrelay/db/run-batch";
import { clientInScope } from "../access/client-in-scope.ts";
import { clientParams } from "../clients/client-schema.ts";
import { readEndpoint } from "../endpoint/endpoint.ts";
import { readClientsOf } from "./read-clients-of.ts";

/** Leads that are looked at one by one, because nobody asked since they came; there is more to count where there are so many. */
const mostUncounted = 20_000;
/** As many may stand behind what was counted. */
const fewUncounted = 200;
/** A lead has its id a moment before it is stored. */
const settledMs = 120_000;

const stageCountsSchema = z
  .object({
    client_id: z.string(),
    is_whole: z.boolean().openapi({
      description:
        "false: very many came since this was asked for last, and some are not counted yet. Ask again.",
    }),
    stages: z.array(
      z.object({
        stage: z.string(),
        leads: z.int().openapi({ description: "Without tests." }),
        tests: z.int(),
        is_in_pipeline: z
          .boolean()
          .openapi({ description: "false: it was given up since, and leads still stand there." }),
      }),
    ),
  })
  .openapi("StageCounts");

export const countLeadStages = readEndpoint({
  path: "/api/clients/{client_id}/stages",
  operationId: "countLeadStages",
  tag: "Leads",
  summary: "Count a client's leads by the stage they stand at",
  description: "In the pipeline's order. It is counted as leads come and go, not when it is asked for.",
  access: { permission: "leads:read" },
  params: clientParams,
  answer: stageCountsSchema,
  async handle({ params: { client_id }, access: { scope }, dependencies }) {
    const database = dependencies.leadDatabase(clientInScope(scope, client_id).database);
    const [moved, counted, uncounted] = await runBatch(database, [
      movedLeads(scope, client_id),
      countedLeads(scope, client_id),
      uncountedLeads(scope, client_id, mostUncounted),
    ]);
    const { found, tests, last } = uncounted;
    const settled = uuidAt(dependencies.now() - settledMs);
    if (found > fewUncounted && last !== null)
      await runOne(database, countOn(scope, client_id, last < settled ? last : settled));
    const { stagesOf } = await readClientsOf([{ client_id }], scope, dependencies);
    const ofKind = (is_test: 0 | 1) => ({
      total:
        (counted.find((row) => row.is_test === is_test)?.leads ?? 0) +
        (is_test === 1 ? tests : found - tests),
      moved: moved.filter((row) => row.is_test === is_test),
    });
    return {
      body: {
        client_id,
        is_whole: found < mostUncounted,
        stages: countStages(stagesOf(client_id), { live: ofKind(0), tests: ofKind(1) }),
      },
    };
  },
});

/** Above every UUIDv7 of before this time. */
function uuidAt(ms: number): string {
  const digits = Math.max(0, ms).toString(16).padStart(12, "0");
  return `${digits.slice(0, 8)}-${digits.slice(8)}`;
}
