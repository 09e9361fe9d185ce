import type { Endpoint } from "./endpoint.ts";

/** Whether a request changes nothing: by its method, or because it asks a reading that takes a body. */
export function isReadingOf(endpoints: readonly Endpoint[]) {
  const asked = new Set(
    endpoints.flatMap(({ kind, method, path }) => (kind === "read" && method === "post" ? [path] : [])),
  );
  return ({ method, url }: { method: string; url: string }): boolean =>
    method === "GET" || method === "HEAD" || (method === "POST" && asked.has(pathOf(url)));
}

const pathOf = (url: string) => new URL(url).pathname as `/${string}`;
