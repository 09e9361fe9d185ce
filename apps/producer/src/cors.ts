import { logEvent } from "@leadrelay/contracts/log-event";
import type { EdgeForm } from "./forms/edge-form.ts";
import { allowedHeaders } from "./request/allowed-headers.ts";

const preflightMaxAgeSeconds = 600;

/** What lets a page's script read the answer: any page where the form lists no hosts, else only pages on a listed one. */
export function corsHeaders(origin: string | null, form: EdgeForm): Record<string, string> {
  if (form.hosts.rules.length === 0) return { vary: "Origin", "access-control-allow-origin": "*" };
  if (origin === null || form.listedOrigin(origin) === null) return { vary: "Origin" };
  return { vary: "Origin", "access-control-allow-origin": origin };
}

/**
 * Answers a preflight. It lets every page's post through, from whatever host and with whatever headers: a browser that
 * is refused here sends nothing, and nobody hears of the lead. Whether the page may read the answer to its post is
 * said by that answer (docs/decisions/0010).
 */
export function preflight({ headers }: Request): Response {
  const origin = headers.get("origin");
  return new Response(null, {
    status: 204,
    headers: {
      vary: "Origin",
      allow: "POST, OPTIONS",
      "access-control-allow-origin": origin ?? "*",
      // A page that sends its own cookies along is let through too: nothing here reads or sets one.
      ...(origin === null ? {} : { "access-control-allow-credentials": "true" }),
      "access-control-allow-methods": "POST, OPTIONS",
      "access-control-allow-headers": allowedHeaders(headers.get("access-control-request-headers")),
      "access-control-max-age": String(preflightMaxAgeSeconds),
    },
  });
}

/**
 * A lead is taken wherever it was posted from; the log tells whom it may surprise.
 * @param own Our own origin: the page that asks for a correction posts from there.
 */
export function logForeignOrigin(origin: string | null, own: string, form: EdgeForm, formKey: string): void {
  if (origin === null || origin === own || form.hosts.rules.length === 0) return;
  if (form.listedOrigin(origin) !== null) return;
  logEvent("intake.origin_not_allowed", { form_key: formKey, origin: origin.slice(0, 200) });
}
