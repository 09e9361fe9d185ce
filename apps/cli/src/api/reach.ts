import { Failure } from "../exit/failure.ts";
import type { Outside } from "../outside/outside.ts";

const timeLimitMs = 60_000;

/** `fetch` whose silence and failure to connect are told in words. Redirects are not followed: credentials stay with their origin. */
export async function reach(
  { fetch }: Pick<Outside, "fetch">,
  request: Request,
  namedBy = "--url, LEADRELAY_URL or the profile",
): Promise<Response> {
  const { origin } = new URL(request.url);
  try {
    return await fetch(
      new Request(request, { redirect: "manual", signal: AbortSignal.timeout(timeLimitMs) }),
    );
  } catch (error) {
    throw new Failure(
      {
        ending: "error",
        title: `${origin} cannot be reached: ${reasonOf(error)}.`,
        whatToDo: `check the address (${namedBy}) and that the installation runs.`,
      },
      { cause: error },
    );
  }
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (error.name === "TimeoutError") return `no answer within ${timeLimitMs / 1_000} s`;
  const { cause } = error;
  const code = cause instanceof Error && "code" in cause ? String(cause.code) : undefined;
  return code ?? (cause instanceof Error ? cause.message : error.message);
}
