import { trackerHash, trackerScript } from "./script.gen.ts";

const dayS = 86_400;
const yearS = 365 * dayS;
const etag = `"${trackerHash}"`;

/**
 * `GET /t.js`: kept for a day, then asked for again, which costs no more than a 304; under the name with its hash for good. Any page
 * may load it.
 */
export function serveScript(request: Request, isHashed: boolean): Response {
  const headers = {
    "content-type": "text/javascript; charset=utf-8",
    "cache-control": isHashed
      ? `public, max-age=${yearS}, immutable`
      : `public, max-age=${dayS}, stale-while-revalidate=${7 * dayS}`,
    etag,
    "access-control-allow-origin": "*",
    "cross-origin-resource-policy": "cross-origin",
    "x-content-type-options": "nosniff",
  };
  const known = (request.headers.get("if-none-match") ?? "").replaceAll("W/", "");
  if (known.split(",").some((one) => one.trim() === etag))
    return new Response(null, { status: 304, headers });
  return new Response(request.method === "HEAD" ? null : trackerScript, { headers });
}
