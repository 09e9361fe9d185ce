import { deadLetterKinds } from "@leadrelay/contracts/dead-letter";
import { z } from "@hono/zod-openapi";
import {
  lettersOfGroup,
  type GroupOfLetters,
  type LettersWanted,
} from "@leadrelay/db/dead-letters/letters-of-group";
import { runOne } from "@leadrelay/db/run-batch";
import type { OperatorScope } from "@leadrelay/db/scope";
import type { AdminDependencies } from "../dependencies.ts";
import { readCursor, writeCursor } from "../pages/cursor.ts";
import { notFound } from "../problems/api-problem.ts";
import { letterParts } from "./letter-parts.ts";

/** The group an operation is about, as the list of groups tells it, and where it goes on. */
export const groupBody = z.strictObject({
  client_id: z.string().min(1).max(100).nullable(),
  destination_id: z.string().min(1).max(100).nullable(),
  kind: z.enum(deadLetterKinds),
  cause: z.string().min(1).max(100),
  status_code: z.int().min(0).max(999).nullable(),
  fingerprint: z.string().max(64),
  cursor: z
    .string()
    .max(1_000)
    .nullish()
    .openapi({ description: "The `next_cursor` of the step before; absent in the first." }),
});

/** How a step of an operation on a group is answered. */
export const groupStepSchema = z
  .object({
    count: z.int().openapi({ description: "Letters that this step changed." }),
    next_cursor: z
      .string()
      .nullable()
      .openapi({ description: "What to go on with; null: the group is through." }),
    at: z.int().openapi({ description: "When, by the server's clock, in milliseconds UTC." }),
  })
  .openapi("DeadLetterGroupStep");

/** How many letters a step looks at, and how many it changes at most. */
const [mostRead, mostChanged] = [500, 100];

/** A step's letters, and where they lie. */
export interface GroupStep {
  database: string;
  clientId: string | null;
  ids: string[];
  next: string | null;
}

/** The letters of a group that come next. Throws the 404 that hides other tenants. */
export async function readGroupStep(
  scope: OperatorScope,
  body: z.output<typeof groupBody>,
  wanted: LettersWanted,
  dependencies: Pick<AdminDependencies, "leadDatabase" | "leadDatabaseNames">,
): Promise<GroupStep> {
  const parts = letterParts(scope, dependencies).filter(({ client_id }) => client_id === body.client_id);
  const [nth, at, id] = readCursor(body.cursor ?? undefined, [0, 0, ""] as const) ?? [0, 0, ""];
  const part = parts[nth];
  if (part === undefined) throw notFound("group of dead letters");
  const group: GroupOfLetters = {
    clientId: body.client_id,
    destinationId: body.destination_id,
    kind: body.kind,
    cause: body.cause,
    statusCode: body.status_code,
    fingerprint: body.fingerprint,
  };
  const read = await runOne(
    dependencies.leadDatabase(part.database),
    lettersOfGroup(scope, group, wanted, { after: [at, id], limit: mostRead }),
  );
  const own = read.filter(({ matches }) => matches).slice(0, mostChanged);
  const isCut = own.length === mostChanged;
  const last = isCut ? own.at(-1) : read.length === mostRead ? read.at(-1) : undefined;
  const next =
    last === undefined ? (parts.length > nth + 1 ? [nth + 1, 0, ""] : null) : [nth, last.at, last.id];
  return {
    database: part.database,
    clientId: body.client_id,
    ids: own.map((letter) => letter.id),
    next: writeCursor(next),
  };
}
