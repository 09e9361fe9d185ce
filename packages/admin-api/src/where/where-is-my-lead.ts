import { z } from "@hono/zod-openapi";
import { auditReads } from "../access/audit-reads.ts";
import { isMasked } from "../access/is-masked.ts";
import { readEndpoint } from "../endpoint/endpoint.ts";
import { answerByContact } from "./answer-by-contact.ts";
import { answerById } from "./answer-by-id.ts";
import { readClientNames } from "./read-client-names.ts";
import { readQuestion } from "./read-question.ts";
import { refusedToday } from "./refused-today.ts";
import { whereElse } from "./where-else.ts";
import { whereSchema } from "./where-schema.ts";

export const whereIsMyLead = readEndpoint({
  path: "/api/where-is-my-lead",
  operationId: "whereIsMyLead",
  tag: "Leads",
  summary: "Tell where a lead is, the whole story in order, and what would move it on",
  description:
    "Takes an e-mail address, a phone number, or the id of a submission, delivery, lead or dead letter. What is nowhere is answered with where else to look. Who sees contact details masked asks by id.",
  access: { permission: "leads:read" },
  query: z.strictObject({
    q: z.string().trim().min(1).max(256).openapi({ example: "asha@example.com" }),
  }),
  answer: whereSchema,
  async handle({ query, access, dependencies }) {
    const question = readQuestion(query.q);
    const { candidates, story, sentences } =
      question.by === "id"
        ? await answerById(question.id, access, dependencies)
        : await answerByContact(question, access, dependencies);
    const found = story !== null;
    const sayElse = async () => [
      ...whereElse(question, dependencies.now()),
      ...(await refusedToday(access.scope, dependencies)),
    ];
    const nameOf = await readClientNames([story, ...candidates], access.scope, dependencies);
    const read = candidates.flatMap(({ client_id }) =>
      client_id === null ? [] : [{ client_id, masked: isMasked(access.scope, client_id) }],
    );
    return {
      body: {
        found,
        asked_by: question.by,
        story: story && { ...story, client_name: nameOf(story.client_id) },
        candidates: candidates.map((one) => ({ ...one, client_name: nameOf(one.client_id) })),
        sentences: found ? sentences : [...sentences, ...(await sayElse())],
      },
      audit: auditReads(access, {
        action: question.by === "id" ? "lead.read" : "leads.searched",
        rows: read,
        detail: { by: question.by },
      }),
    };
  },
});
