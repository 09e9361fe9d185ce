import type { Dependencies } from "../dependencies.ts";
import { serveUi } from "./serve-ui.ts";

type AdminApi = ReturnType<typeof import("./make-admin-api.ts").makeAdminApi>;
const known = new WeakMap<Dependencies, Promise<AdminApi>>();

/** Where links lead that people are given: pages that work without a script. Agencies' logos stand on them, under `/logos/`. */
const adminPaths = new Set(["/api", "/invitation", "/password"]);

/** The consumer's HTTP face: health, the admin API under `/api`, and the admin UI at all other addresses. Settings were read before we got here. */
export async function handleFetch(
  request: Request,
  dependencies: Dependencies,
  context: ExecutionContext,
): Promise<Response> {
  const { pathname } = new URL(request.url);
  const { assets, config } = dependencies;
  if (
    pathname.startsWith("/api/") ||
    pathname.startsWith("/logos/") ||
    adminPaths.has(pathname) ||
    (pathname === "/" && assets === null)
  )
    return askAdminApi(request, dependencies, context);
  await request.body?.cancel();
  if (pathname === "/healthz") return Response.json({ status: "ok" });
  if (assets !== null && isOfUi(request, pathname)) return serveUi(request, assets, config.intakeUrl);
  return Response.json(
    { type: "about:blank", title: "Not found", status: 404, detail: "There is nothing at this address." },
    { status: 404, headers: { "content-type": "application/problem+json" } },
  );
}

/**
 * What one request begins for all that follow (the API's code, what signing in needs) must be brought to its end though whoever sent it has
 * gone: workerd drops what a request that is over has begun, and the others would wait for it for ever.
 */
function askAdminApi(
  request: Request,
  dependencies: Dependencies,
  context: ExecutionContext,
): Promise<Response> {
  const answer = adminApiOf(dependencies).then((api) => api.fetch(request, {}, context));
  context.waitUntil(
    answer.then(
      () => null,
      () => null,
    ),
  );
  return answer;
}

/** Its files, and pages: what asks for a file of another name, as browsers and scanners do, is told that there is none. */
const isOfUi = ({ method }: Request, pathname: string): boolean =>
  (method === "GET" || method === "HEAD") &&
  (pathname.startsWith("/assets/") || !/\.[a-z\d]+$/i.test(pathname));

/**
 * Made once per isolate, and only when somebody asks. Its code is not even evaluated before: that takes more than all the rest of a start, and
 * most isolates only work through queues.
 */
function adminApiOf(dependencies: Dependencies): Promise<AdminApi> {
  const api =
    known.get(dependencies) ??
    import("./make-admin-api.ts").then(({ makeAdminApi }) => makeAdminApi(dependencies));
  known.set(dependencies, api);
  return api;
}
