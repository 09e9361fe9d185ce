import type { IncomingMessage } from "node:http";

const ownHost = /^(?:127\.0\.0\.1|localhost|\[::1\])(?::\d{1,5})?$/i;

/**
 * Why a caller is not answered, or null. Anybody's page runs in this machine's browsers: by a name that it made lead here it could
 * read what arrived, and by a post, which needs nobody's leave, script the next answers. A page of ours that a person opens is
 * answered wherever the link stood: a form comes from the producer.
 */
export function refusedCaller({
  method,
  headers,
}: Pick<IncomingMessage, "method" | "headers">): string | null {
  const { host = "", origin, "sec-fetch-site": site } = headers;
  if (!ownHost.test(host))
    return "The demo receiver answers by this machine's own names only: call it at 127.0.0.1 or localhost, with its port.";
  const isOpened =
    method === "GET" && headers["sec-fetch-mode"] === "navigate" && headers["sec-fetch-dest"] === "document";
  const isOurs = origin === undefined || origin === `http://${host.toLowerCase()}`;
  const isNear = site === undefined || site === "same-origin" || site === "none" || isOpened;
  if (isOurs && isNear) return null;
  return "The demo receiver takes nothing from another site's page: post to it from a server, or by curl.";
}
