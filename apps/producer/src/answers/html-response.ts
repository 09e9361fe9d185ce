import { sha256Base64 } from "@leadrelay/core/ids/sha256-base64";
import type { Html } from "./pages/html.ts";

/** CSP's own words for what a page may do besides being read. */
export interface PageRights {
  /** Where its form leads, redirects included. */
  formAction?: string;
  /** Which pages may show it in a frame. */
  framedBy?: string;
  /** What caches may do with it; nothing where it is not said. */
  caching?: string;
}

/** One of our pages: nothing from outside loads in it, and no cache keeps what was typed. */
export function htmlResponse(
  page: Html,
  status: number,
  headers: Record<string, string> = {},
  { formAction = "'none'", framedBy = "'none'", caching = "no-store" }: PageRights = {},
): Response {
  return new Response(page.text, {
    status,
    headers: {
      ...headers,
      "content-type": "text/html; charset=utf-8",
      "cache-control": caching,
      "content-security-policy": `default-src 'none'; style-src ${styleHash(page)}; form-action ${formAction}; frame-ancestors ${framedBy}; base-uri 'none'`,
      "x-content-type-options": "nosniff",
    },
  });
}

const ownStyle = /<style>([^]*?)<\/style>/;
let last = { style: "", hash: "'none'" };

/** The page's own style, by what it is, and no other: of what was typed nothing is markup. Pages one after the other have mostly the same. */
function styleHash({ text }: Html): string {
  const style = ownStyle.exec(text)?.[1] ?? "";
  if (style !== last.style) last = { style, hash: `'sha256-${sha256Base64(style)}'` };
  return last.hash;
}
