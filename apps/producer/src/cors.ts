import { logEvent } from "@leadrelay/contracts/log-event";
import { allowsUrl, type AllowedHosts } from "@leadrelay/core/redirect/allowed-hosts";

const preflightMaxAgeSeconds = 600;

/** What lets a page's script read the answer: any page where the form lists no hosts, else only pages on a listed one. */
export function corsHeaders(request: Request, hosts: AllowedHosts): Record<string, string> {
  if (hosts.rules.length === 0) return { vary: "Origin", "access-control-allow-origin": "*" };
  const origin = request.headers.get("origin");
  if (origin === null || !isListed(origin, hosts)) return { vary: "Origin" };
  return { vary: "Origin", "access-control-allow-origin": origin };
}

/** Answers a preflight. Without the headers the browser does not send the real request. */
export function preflight(request: Request, hosts: AllowedHosts): Response {
  return new Response(null, {
    status: 204,
    headers: {
      ...corsHeaders(request, hosts),
      allow: "POST, OPTIONS",
      "access-control-allow-methods": "POST, OPTIONS",
      "access-control-allow-headers": "Content-Type, Accept, Idempotency-Key, X-Requested-With",
      "access-control-max-age": String(preflightMaxAgeSeconds),
    },
  });
}

/** A lead is taken wherever it was posted from; the log tells whom it may surprise. */
export function logForeignOrigin(request: Request, hosts: AllowedHosts, formKey: string): void {
  const origin = request.headers.get("origin");
  if (origin === null || hosts.rules.length === 0 || isListed(origin, hosts)) return;
  // Our own page that asks for a correction posts from our own origin.
  if (origin === new URL(request.url).origin) return;
  logEvent("intake.origin_not_allowed", { form_key: formKey, origin: origin.slice(0, 200) });
}

function isListed(origin: string, hosts: AllowedHosts): boolean {
  const url = URL.parse(origin);
  return url !== null && allowsUrl(hosts, url);
}
