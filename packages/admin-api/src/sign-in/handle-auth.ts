import { apiProblem } from "../problems/api-problem.ts";
import { authBasePath, authOperations } from "./auth-operations.ts";
import { secondFactorLockSeconds } from "./auth-options.ts";
import { toAuthProblem } from "./auth-problem.ts";
import type { Auth } from "./create-auth.ts";
import { requireShortTexts } from "./require-short-texts.ts";

/** Answers what is below `/api/auth`. Throws the problem of each refusal, as the operations of the API do, and what D1 throws. */
export async function handleAuth(auth: Auth, request: Request): Promise<Response> {
  const path = new URL(request.url).pathname.slice(authBasePath.length);
  const operation = findOperation(path);
  if (operation === undefined)
    throw apiProblem("not-found", "There is nothing at this address. /api/docs lists what there is.");
  const { method } = operation;
  if (request.method !== method)
    throw apiProblem("method-not-allowed", `Send ${method}.`, { headers: { allow: method } });
  await requireShortTexts(request.clone());
  const response = await auth.handler(request);
  if (!response.ok) throw await toAuthProblem(response, secondFactorLockSeconds);
  const shown = await withoutToken(response);
  shown.headers.set("cache-control", "no-store");
  return shown;
}

/** The cookie alone carries a session: a token in a body would be within reach of the page's scripts, and of whatever logs answers. */
async function withoutToken(response: Response): Promise<Response> {
  if (!response.headers.get("content-type")?.startsWith("application/json")) return response;
  const body: unknown = await response.json();
  const headers = new Headers(response.headers);
  headers.delete("content-length");
  const shown =
    typeof body === "object" && body !== null && "token" in body ? { ...body, token: undefined } : body;
  return new Response(JSON.stringify(shown), { status: response.status, headers });
}

/** The library has more; they stay closed. */
function findOperation(path: string) {
  return Object.hasOwn(authOperations, path)
    ? authOperations[path as keyof typeof authOperations]
    : undefined;
}
