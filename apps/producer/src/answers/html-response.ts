import type { Html } from "./pages/html.ts";

/** One of our pages: nothing from outside loads in it, and no cache keeps what was typed. */
export function htmlResponse(page: Html, status: number, headers: Record<string, string> = {}): Response {
  return new Response(page.text, {
    status,
    headers: {
      ...headers,
      "content-type": "text/html; charset=utf-8",
      "cache-control": "no-store",
      "content-security-policy": "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'",
      "x-content-type-options": "nosniff",
    },
  });
}
