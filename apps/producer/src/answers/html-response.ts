import type { Html } from "./pages/html.ts";

/** CSP's own words for what a page may do besides being read. */
export interface PageRights {
  /** Where its form leads, redirects included. */
  formAction?: string;
  /** Which pages may show it in a frame. */
  framedBy?: string;
}

/** One of our pages: nothing from outside loads in it, and no cache keeps what was typed. */
export function htmlResponse(
  page: Html,
  status: number,
  headers: Record<string, string> = {},
  { formAction = "'none'", framedBy = "'none'" }: PageRights = {},
): Response {
  return new Response(page.text, {
    status,
    headers: {
      ...headers,
      "content-type": "text/html; charset=utf-8",
      "cache-control": "no-store",
      "content-security-policy": `default-src 'none'; style-src 'unsafe-inline'; form-action ${formAction}; frame-ancestors ${framedBy}; base-uri 'none'`,
      "x-content-type-options": "nosniff",
    },
  });
}
