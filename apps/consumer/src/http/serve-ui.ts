/** What the UI's pages may do: load our own files, post a form's test to the intake, and nothing else from anywhere. */
const policyWith = (intakeUrl: string | null) =>
  [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    `connect-src 'self'${intakeUrl === null ? "" : ` ${new URL(intakeUrl).origin}`}`,
    "img-src 'self' data:",
    "font-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join("; ");

const headers = {
  "referrer-policy": "no-referrer",
  "x-content-type-options": "nosniff",
  "x-frame-options": "DENY",
  "cross-origin-opener-policy": "same-origin",
};

/** Files whose names change with what is in them. */
const hashed = "/assets/v/";

/**
 * The admin UI: its files under `/assets/`, and at any other address its one page, whose router says in the browser what is shown. An old
 * version's file that is gone is a 404 that nobody keeps: else it would stay one after that version came back.
 */
export async function serveUi(
  request: Request,
  assets: Fetcher,
  intakeUrl: string | null,
): Promise<Response> {
  const { pathname } = new URL(request.url);
  const isFile = pathname.startsWith("/assets/");
  const found = await assets.fetch(isFile ? request : new Request(new URL("/", request.url), request));
  const shown = new Response(found.body, found);
  for (const [name, value] of Object.entries(headers)) shown.headers.set(name, value);
  shown.headers.set("content-security-policy", policyWith(intakeUrl));
  shown.headers.set("cache-control", cachingOf(pathname, found.status));
  return shown;
}

function cachingOf(pathname: string, status: number): string {
  if (status >= 400) return "no-store";
  return pathname.startsWith(hashed) ? "public, max-age=31536000, immutable" : "no-cache";
}
