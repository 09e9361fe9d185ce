import { takesNoChange } from "@leadrelay/db/storage-error";
import { apiProblem } from "../problems/api-problem.ts";
import { authBasePath, authOperations } from "./auth-operations.ts";
import { secondFactorLockSeconds } from "./auth-options.ts";
import { toAuthProblem } from "./auth-problem.ts";
import type { Auth } from "./create-auth.ts";
import { requireShortTexts } from "./require-short-texts.ts";

/** Answers what is below `/api/auth`. Throws the problem of each refusal, as the operations of the API do, and what D1 throws. */
export async function handleAuth(auth: Auth, request: Request, requestId: string): Promise<Response> {
  const path = new URL(request.url).pathname.slice(authBasePath.length);
  const operation = findOperation(path);
  if (operation === undefined)
    throw apiProblem("not-found", "There is nothing at this address. /api/docs lists what there is.");
  const { method } = operation;
  if (request.method !== method)
    throw apiProblem("method-not-allowed", `Send ${method}.`, { headers: { allow: method } });
  await requireShortTexts(request.clone());
  const headers = new Headers(request.headers);
  // Where the hooks read what to write down with what happens.
  headers.set("x-request-id", requestId);
  const response = await ask(auth, new Request(request, { headers }));
  if (!response.ok) throw await toAuthProblem(response, secondFactorLockSeconds);
  const shown = await withoutTokens(response);
  shown.headers.set("cache-control", "no-store");
  return shown;
}

/** Who asks whose session this is gets it also while the database does not take that it is prolonged, or that one ran out. */
async function ask(auth: Auth, request: Request): Promise<Response> {
  try {
    return await auth.handler(request);
  } catch (error) {
    if (request.method !== "GET" || !takesNoChange(error)) throw error;
  }
  const unprolonged = new URL(request.url);
  unprolonged.searchParams.set("disableRefresh", "true");
  try {
    return await auth.handler(new Request(unprolonged, request));
  } catch (error) {
    if (takesNoChange(error)) return Response.json(null);
    throw error;
  }
}

/** The cookie alone carries a session: a token in a body would be within reach of the page's scripts, and of whatever logs answers. */
async function withoutTokens(response: Response): Promise<Response> {
  if (!response.headers.get("content-type")?.startsWith("application/json")) return response;
  const headers = new Headers(response.headers);
  headers.delete("content-length");
  const shown: unknown = JSON.parse(await response.text(), (name, value: unknown) =>
    name === "token" ? undefined : value,
  );
  return new Response(JSON.stringify(shown), { status: response.status, headers });
}

/** The library has more; they stay closed. */
function findOperation(path: string) {
  return Object.hasOwn(authOperations, path)
    ? authOperations[path as keyof typeof authOperations]
    : undefined;
}
