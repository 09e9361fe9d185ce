import {
  findIdempotentRequest,
  insertIdempotentRequest,
  updateIdempotentAnswer,
} from "@leadrelay/db/idempotency/idempotent-requests";
import { runOne } from "@leadrelay/db/run-batch";
import type { Statement } from "@leadrelay/db/statement";
import type { IdempotentRequestsTable } from "@leadrelay/db/tables/idempotent-requests-table";
import type { Access } from "../access/access.ts";
import type { AdminDependencies } from "../dependencies.ts";
import { apiProblem } from "../problems/api-problem.ts";
import { sha256Hex } from "../http/sha256-hex.ts";
import { answeringRights, stillHolds } from "./answering-rights.ts";
import type { RawAnswer } from "./raw-answer.ts";

/** As long as a caller may repeat a request under its key. */
const rememberedForMs = 24 * 3_600_000;

/** A request that named an `Idempotency-Key`, and what it asked. */
export interface KeyedRequest {
  actorId: string;
  key: string;
  /** SHA-256 of method, path, query, `If-Match` and body. */
  hash: string;
}

/** undefined for a request without a key, or from nobody: those cannot be told apart from others'. */
export async function keyedRequest(
  request: Request,
  body: ArrayBuffer,
  { actor }: Access,
): Promise<KeyedRequest | undefined> {
  const key = request.headers.get("idempotency-key");
  if (key === null || actor.kind === "nobody") return undefined;
  if (!/^[\x21-\x7e]{1,200}$/.test(key))
    throw apiProblem("malformed-request", "Idempotency-Key should be 1 to 200 printable characters.");
  const { pathname, search } = new URL(request.url);
  const asked = [request.method, pathname + search, request.headers.get("if-match") ?? ""].join("\n");
  const hash = await sha256Hex(`${asked}\n${await sha256Hex(body)}`);
  return { actorId: `${actor.kind}:${actor.id}`, key, hash };
}

/** An answer as it is kept, with the rights it was given under. */
interface Remembered {
  answer: RawAnswer;
  rights: readonly string[];
}

/**
 * What the same request was answered with before. Throws the 422 when the key belongs to another request, the 403 when the caller may do
 * less than when it was answered.
 */
export async function findAnswer(
  { actorId, key, hash }: KeyedRequest,
  access: Access,
  { control, sealer, now }: AdminDependencies,
): Promise<RawAnswer | undefined> {
  const [found] = await runOne(control, findIdempotentRequest(access.scope, actorId, key, now()));
  if (found === undefined) return undefined;
  if (found.request_hash !== hash)
    throw apiProblem("idempotency-key-reused", "Use a new Idempotency-Key for a new request.");
  const opened = await (await sealer()).open(found.sealed_answer, placeOf(found));
  const { answer, rights } = JSON.parse(opened) as Partial<Remembered>;
  if (answer === undefined || rights === undefined || !stillHolds(access, rights))
    throw apiProblem(
      "not-permitted",
      "This was done and answered before, when you might do more than now. Read what you still may see of it.",
    );
  return answer;
}

/** The statements that remember an answer; they abort the batch of a second request with the key. */
export async function rememberAnswer(
  { actorId, key, hash }: KeyedRequest,
  answer: RawAnswer,
  access: Access,
  { sealer, now }: AdminDependencies,
): Promise<readonly Statement<number>[]> {
  const named = { actor_id: actorId, idempotency_key: key };
  const sealed_answer = await (await sealer()).seal(remembered(answer, access), placeOf(named));
  const row = { ...named, request_hash: hash, sealed_answer, expires_at: now() + rememberedForMs };
  return insertIdempotentRequest(access.scope, row, now());
}

/** Puts another answer in the place of one that is remembered already. */
export async function rememberInstead(
  { actorId, key }: KeyedRequest,
  answer: RawAnswer,
  access: Access,
  { control, sealer }: AdminDependencies,
): Promise<void> {
  const named = { actor_id: actorId, idempotency_key: key };
  const sealed_answer = await (await sealer()).seal(remembered(answer, access), placeOf(named));
  await runOne(control, updateIdempotentAnswer(access.scope, { ...named, sealed_answer }));
}

const remembered = (answer: RawAnswer, access: Access): string =>
  JSON.stringify({ answer, rights: answeringRights(access) } satisfies Remembered);

const placeOf = (row: Pick<IdempotentRequestsTable, "actor_id" | "idempotency_key">) => ({
  table: "idempotent_requests",
  row: `${row.actor_id} ${row.idempotency_key}`,
  column: "sealed_answer",
});
