import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { extname, join, normalize, sep } from "node:path";
import { Response, type Request } from "miniflare";

const types: Readonly<Record<string, string>> = {
  ".css": "text/css; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".svg": "image/svg+xml",
  ".woff2": "font/woff2",
};

/**
 * The admin UI's files, as the platform's binding for them answers. Not Miniflare's own: it puts a router before the Worker, which parses every
 * path anew, and what a machine signed is its path as it was sent.
 */
export const uiFiles =
  (directory: string) =>
  async (request: Request): Promise<Response> => {
    const { pathname } = new URL(request.url);
    const file = normalize(join(directory, pathname === "/" ? "index.html" : pathname));
    const content = file.startsWith(directory + sep) ? await readFile(file).catch(() => null) : null;
    if (content === null) return new Response(null, { status: 404 });
    const etag = `"${createHash("sha256").update(content).digest("hex").slice(0, 32)}"`;
    if (request.headers.get("if-none-match") === etag)
      return new Response(null, { status: 304, headers: { etag } });
    const type = types[extname(file)] ?? "application/octet-stream";
    return new Response(request.method === "HEAD" ? null : content, {
      headers: { "content-type": type, etag },
    });
  };
