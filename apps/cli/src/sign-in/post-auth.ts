import { cookieHeader, mergeCookies } from "../credentials/session-cookies.ts";
import type { Outside } from "../outside/outside.ts";
import { bodyOf, refusal } from "../api/refusal.ts";
import { reach } from "../api/reach.ts";

type Cookies = ReadonlyMap<string, string>;

/**
 * Asks one of the sign-in operations, whose cookies no generated client hands out, and tells what it answered and which
 * cookies there are now. Throws the `Failure` a refusal means.
 * @param path below `/api/auth`
 */
export async function postAuth(
  outside: Outside,
  {
    url,
    path,
    body = {},
    cookies = new Map(),
  }: { url: string; path: string; body?: object; cookies?: Cookies },
): Promise<{ body: unknown; cookies: Cookies }> {
  const request = new Request(`${url}/api/auth${path}`, {
    method: "POST",
    headers: {
      "content-type": "application/json",
      origin: url,
      ...(cookies.size === 0 ? {} : { cookie: cookieHeader(cookies) }),
    },
    body: JSON.stringify(body),
  });
  const response = await reach(outside, request);
  const answer = await bodyOf(response);
  if (!response.ok) throw refusal(response, answer);
  return { body: answer, cookies: mergeCookies(cookies, response.headers.getSetCookie()) };
}
