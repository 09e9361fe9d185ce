import type { z } from "@hono/zod-openapi";
import { auditReads } from "../access/audit-reads.ts";
import { isMasked } from "../access/is-masked.ts";
import type { Answer } from "../endpoint/answer.ts";
import type { Call } from "../endpoint/endpoint.ts";
import { answerByContact } from "./answer-by-contact.ts";
import { answerById } from "./answer-by-id.ts";
import { readClientNames } from "./read-client-names.ts";
import { readQuestion } from "./read-question.ts";
import { refusedToday } from "./refused-today.ts";
import { whereElse } from "./where-else.ts";
import type { whereSchema } from "./where-schema.ts";

/** Where a lead is, as every way to ask for it is answered. */
export async function answerWhere(
  { q }: { q: string },
  { access, dependencies }: Pick<Call<undefined, undefined, undefined>, "access" | "dependencies">,
): Promise<Answer<z.input<typeof whereSchema>>> {
  const question = readQuestion(q);
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
}
