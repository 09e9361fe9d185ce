import type { Access } from "../access/access.ts";
import type { AdminDependencies } from "../dependencies.ts";
import type { Change } from "./change.ts";
import { commitChange } from "./commit-change.ts";
import type { Answer } from "./answer.ts";
import { findAnswer, keyedRequest, rememberAnswer, rememberInstead } from "./idempotency.ts";
import { commitDecision } from "./commit-decision.ts";
import { runAfterwards } from "./run-afterwards.ts";
import { publishChange } from "./publish-change.ts";
import { toResponse, type RawAnswer } from "./raw-answer.ts";

interface Asked {
  request: Request;
  requestId: string;
  /** The operation asks for `If-Match`. */
  isVersioned: boolean;
  body: ArrayBuffer;
  access: Access;
  dependencies: AdminDependencies;
  /** Lets work go on after the response. */
  keepAlive: (work: Promise<unknown>) => void;
}

/** Decides a change and commits it; the same request under the same Idempotency-Key gets the answer it got, and changes nothing. */
export async function performChange(
  asked: Asked,
  decide: () => Promise<Change<unknown>>,
  answerOf: (answer: Answer<unknown>) => RawAnswer,
): Promise<Response> {
  const { access, dependencies, requestId, isVersioned } = asked;
  const keyed = await keyedRequest(asked.request, asked.body, access);
  const before = keyed && (await findAnswer(keyed, access, dependencies));
  if (before !== undefined) return toResponse(before, repeated);
  const commit = async (change: Change<unknown>) => {
    const answer = answerOf(change.answer);
    const remember = keyed === undefined ? [] : await rememberAnswer(keyed, answer, access, dependencies);
    await commitChange(change, { access, requestId, isVersioned, dependencies, remember });
    return { change, answer };
  };
  let committed: Awaited<ReturnType<typeof commit>>;
  try {
    committed = await commitDecision(decide, commit);
  } catch (error) {
    // The same request came twice at once, and the other was first.
    if (keyed === undefined || !String(error).includes("idempotent_requests")) throw error;
    const others = await findAnswer(keyed, access, dependencies);
    if (others === undefined) throw error;
    return toResponse(others, repeated);
  }
  const { change, answer } = committed;
  if (change.afterwards !== undefined) await runAfterwards(change.afterwards, asked);
  if (change.publish === undefined) return toResponse(answer);
  const { changed, answer: whenPublished } = change.publish;
  const published = answerOf(whenPublished ?? change.answer);
  const isPublished = await publishChange(changed, asked, async () => {
    if (keyed !== undefined && whenPublished !== undefined)
      await rememberInstead(keyed, published, access, dependencies);
  });
  return toResponse(isPublished ? published : answer);
}

const repeated = { "idempotent-replayed": "true" };
