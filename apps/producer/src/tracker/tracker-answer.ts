import { jsonResponse } from "../answers/json-response.ts";

/** Any page may send a beacon, and a script of its own may read what came of it. */
const open = {
  "access-control-allow-origin": "*",
  "access-control-allow-methods": "POST, OPTIONS",
  "access-control-allow-headers": "content-type",
  "access-control-max-age": "86400",
};

export const answered = (): Response => new Response(null, { status: 204, headers: open });

export const refused = (status: number, detail: string): Response =>
  jsonResponse({ type: "about:blank", status, detail }, status, {
    ...open,
    ...(status === 405 ? { allow: "POST, OPTIONS" } : {}),
    "content-type": "application/problem+json",
  });
