import { reasonOf } from "@leadrelay/contracts/reason-of";
import { logEvent } from "@leadrelay/contracts/log-event";
import { outageIn } from "@leadrelay/db/storage-error";
import type { Context } from "hono";
import { HTTPException } from "hono/http-exception";
import { jsonForCaller } from "../actions/json-for-caller.ts";
import { ApiProblem, apiProblem } from "../problems/api-problem.ts";
import type { Access } from "../access/access.ts";
import type { AppEnv } from "../access/app-env.ts";
import type { AdminDependencies } from "../dependencies.ts";
import { sayJournalTrouble } from "../storage/journal-words.ts";
import { outageWords } from "../storage/outage-words.ts";

/** The one boundary: every refusal and every fault becomes problem JSON. Only faults of our own are logged. */
export const handleProblem =
  (stack: Pick<AdminDependencies, "localStack">) =>
  async (error: Error, c: Context<AppEnv>): Promise<Response> => {
    const { problem, headers } = await toProblem(error, c, stack);
    // Who asks is not settled yet where that itself failed.
    const access: Access | undefined = c.get("access");
    const body = { ...problem, request_id: c.get("requestId") };
    return new Response(access === undefined ? JSON.stringify(body) : jsonForCaller(body, access), {
      status: problem.status,
      headers: { "content-type": "application/problem+json", "cache-control": "no-store", ...headers },
    });
  };

async function toProblem(
  error: Error,
  c: Context<AppEnv>,
  { localStack }: Pick<AdminDependencies, "localStack">,
): Promise<ApiProblem> {
  if (error instanceof ApiProblem) return error;
  if (error instanceof HTTPException) return fromHono(error);
  logEvent("api.failed", {
    request_id: c.get("requestId"),
    method: c.req.method,
    route: c.req.path.replaceAll(/[^/]*[0-9@][^/]*/g, ":id"),
    error: reasonOf(error).slice(0, 300),
  });
  const outage = outageIn(error);
  if (outage !== undefined) {
    const facts = await localStack?.();
    // Nobody can be known while sessions cannot be read; the local stack is reached from its own machine alone.
    const files = Object.values(facts?.database_files ?? {});
    const { happened, todo } = outageWords(outage, { error, facts, files });
    const trouble = facts?.journal_trouble ?? null;
    const posts = trouble === null ? [] : [`The intake journal ${sayJournalTrouble(trouble)}`];
    return apiProblem("not-available", [happened, ...posts, todo].join(" "), {
      headers: { "retry-after": "60" },
    });
  }
  return apiProblem("internal", "It is our fault, and in the log under this request id.");
}

/** What the framework itself refuses, before any of our schemas. */
function fromHono({ status }: HTTPException): ApiProblem {
  if (status === 413) return apiProblem("too-large", "Send less at once.");
  if (status === 415) return apiProblem("not-json", "Send application/json.");
  return apiProblem("malformed-request", "The body is not JSON that can be read.");
}
