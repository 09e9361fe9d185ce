import { logEvent } from "@leadrelay/contracts/log-event";
import type { EdgeForm } from "./forms/edge-form.ts";

const preflightMaxAgeSeconds = 600;

/** What lets a page's script read the answer: any page where the form lists no hosts, else only pages on a listed one. */
export function corsHeaders(origin: string | null, form: EdgeForm): Record<string, string> {
  if (form.hosts.rules.length === 0) return { vary: "Origin", "access-control-allow-origin": "*" };
  if (origin === null || form.listedOrigin(origin) === null) return { vary: "Origin" };
  return { vary: "Origin", "access-control-allow-origin": origin };
}

/** Answers a preflight. Without the headers the browser does not send the real request. */
export function preflight(origin: string | null, form: EdgeForm): Response {
  return new Response(null, {
    status: 204,
    headers: {
      ...corsHeaders(origin, form),
      allow: "POST, OPTIONS",
      "access-control-allow-methods": "POST, OPTIONS",
      "access-control-allow-headers": "Content-Type, Accept, Idempotency-Key, X-Requested-With",
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
