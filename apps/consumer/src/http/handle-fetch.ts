import { createAdminApi } from "@leadrelay/admin-api/app";
import type { Dependencies } from "../dependencies.ts";
import { adminDependencies } from "./admin-dependencies.ts";

type AdminApi = ReturnType<typeof createAdminApi>;
const known = new WeakMap<Dependencies, AdminApi>();

/** Where people come by themselves, and where links lead that they are given. */
const adminPaths = new Set(["/", "/api", "/invitation", "/password"]);

/** The consumer's HTTP face: health, and the admin API under `/api`. Settings were read before we got here. */
export async function handleFetch(
  request: Request,
  dependencies: Dependencies,
  context: ExecutionContext,
): Promise<Response> {
  const { pathname } = new URL(request.url);
  if (pathname.startsWith("/api/") || adminPaths.has(pathname))
    return await adminApiOf(dependencies).fetch(request, {}, context);
  await request.body?.cancel();
  if (pathname === "/healthz") return Response.json({ status: "ok" });
  return Response.json(
    { type: "about:blank", title: "Not found", status: 404, detail: "There is nothing at this address." },
    { status: 404, headers: { "content-type": "application/problem+json" } },
  );
}

/** Made once per isolate, and only when somebody asks: a queue batch needs none of it. */
function adminApiOf(dependencies: Dependencies): AdminApi {
  const api = known.get(dependencies) ?? createAdminApi(adminDependencies(dependencies));
  known.set(dependencies, api);
  return api;
}
