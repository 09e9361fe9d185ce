/** A line of JSON, so that a terminal's prompt does not stick to it. No cache keeps it. */
export function jsonResponse(body: object, status: number, headers: Record<string, string> = {}): Response {
  return new Response(`${JSON.stringify(body)}\n`, {
    status,
    headers: { "content-type": "application/json", "cache-control": "no-store", ...headers },
  });
}
