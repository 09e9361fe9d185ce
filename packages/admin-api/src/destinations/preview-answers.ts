import { z } from "@hono/zod-openapi";
import { auditReads } from "../access/audit-reads.ts";
import { requireContacts } from "../access/require-contacts.ts";
import { readEndpoint } from "../endpoint/endpoint.ts";
import { destinationSettings } from "./destination-fields.ts";
import { destinationParams } from "./destination-schema.ts";
import { lastAnswers, mostAnswers } from "./last-answers.ts";
import { readDestination } from "./read-destination.ts";
import { readRules } from "./read-rules.ts";
import { judgeKeptAnswer } from "@leadrelay/adapters/webhook/rules/judge-kept-answer";
import { attemptOutcomes } from "@leadrelay/contracts/delivery-status";

const judgedSchema = z
  .object({
    outcome: z
      .enum(["delivered", "duplicate_at_receiver", "retry", "refused", "gone"])
      .nullable()
      .openapi({ description: "null: only its beginning is kept, and the word may stand behind it." }),
    reason: z.string().nullable(),
    reference: z.string().nullable().openapi({ description: "The receiver's own id of the lead." }),
  })
  .openapi("JudgedAnswer");

export const previewAnswers = readEndpoint({
  path: "/api/destinations/{destination_id}/answers",
  operationId: "previewAnswers",
  tag: "Destinations",
  summary: "Show what a webhook's last answers count as, and would by other response rules",
  description: `The last answers to leads, ${mostAnswers} at most, each delivery's last one, as long as they are kept. Nothing is changed: a lead that was delivered stays so. Who asks must see contacts, because receivers quote them.`,
  access: { permission: "config:read" },
  params: destinationParams,
  body: z.strictObject({
    settings: destinationSettings.default({}).openapi({
      description:
        "Response rules over those it has (`answer_at`, `refused_when` and so on); null takes one away. Left out: those it has.",
      example: { answer_at: "result", duplicate_when: ["duplicate"] },
    }),
  }),
  answer: z
    .object({
      destination_id: z.string(),
      destination_name: z.string(),
      changed: z.int().openapi({ description: "How many would count as something else." }),
      answers: z
        .array(
          z.object({
            delivery_id: z.string(),
            attempt: z.int(),
            attempted_at: z.int(),
            status_code: z.int(),
            body: z.string().openapi({ description: "What is kept of it, 2 KB at most." }),
            is_cut: z.boolean(),
            counted_as: z.enum(attemptOutcomes).openapi({ description: "When it came." }),
            by_its_rules: judgedSchema.openapi({ description: "By the rules that are saved." }),
            by_these_rules: judgedSchema.openapi({ description: "By those that were asked for." }),
          }),
        )
        .openapi({ description: "Newest first." }),
    })
    .openapi("AnswersPreview"),
  async handle({ params, body, access, dependencies }) {
    const { scope } = access;
    const destination = await readDestination(params.destination_id, scope, dependencies);
    const { id, name, client_id } = destination;
    requireContacts(scope, client_id, "answers");
    const { before, after } = await readRules(destination, body.settings, dependencies);
    const answers = (await lastAnswers(destination, scope, dependencies)).map(({ answer, ...told }) => ({
      ...told,
      status_code: answer.status,
      body: answer.body,
      is_cut: answer.is_cut,
      by_its_rules: judgeKeptAnswer(answer, before),
      by_these_rules: judgeKeptAnswer(answer, after),
    }));
    const changed = answers.filter((one) => one.by_its_rules.outcome !== one.by_these_rules.outcome).length;
    return {
      body: { destination_id: id, destination_name: name, changed, answers },
      audit: auditReads(access, {
        action: "deliveries.listed",
        rows: answers.map(() => ({ client_id, masked: false })),
        subject: { kind: "destination", id },
      }),
    };
  },
});
