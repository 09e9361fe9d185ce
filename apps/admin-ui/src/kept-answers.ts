/** How many answers are kept to be asked for anew. */
const most = 60;

const kept = new Map<string, { tag: string; body: string; type: string }>();

/**
 * Asks as `fetch` does, and says of what was read before which version it was: what has not changed is not sent again, and not
 * written into the audit log again. Answers are kept in this page alone, until somebody signs in or out.
 */
export async function askAnew(request: Request): Promise<Response> {
  const { url, method } = request;
  if (url.includes("/api/auth/")) kept.clear();
  const known = method === "GET" ? kept.get(url) : undefined;
  if (known !== undefined) request.headers.set("if-none-match", known.tag);
  const response = await fetch(request);
  if (response.status === 304 && known !== undefined)
    return new Response(known.body, { headers: { "content-type": known.type, etag: known.tag } });
  if (response.status === 401) kept.clear();
  const tag = response.headers.get("etag");
  if (method === "GET" && response.ok && tag?.startsWith("W/") === true) {
    const body = await response.clone().text();
    kept.delete(url);
    kept.set(url, { tag, body, type: response.headers.get("content-type") ?? "application/json" });
    for (const oldest of kept.keys()) if (kept.size > most) kept.delete(oldest);
  }
  return response;
}
