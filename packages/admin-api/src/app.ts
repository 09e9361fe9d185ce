import { OpenAPIHono } from "@hono/zod-openapi";
import { secureHeaders } from "hono/secure-headers";
import { judgeSignature, refuseMachines } from "./access/judge-signature.ts";
import type { AdminDependencies } from "./dependencies.ts";
import { serveLogos } from "./brands/serve-logos.ts";
import { endpoints } from "./endpoints.ts";
import { isReadingOf } from "./endpoint/is-reading.ts";
import { mount } from "./endpoint/mount.ts";
import { apiProblem } from "./problems/api-problem.ts";
import type { AppEnv } from "./access/app-env.ts";
import { handleProblem } from "./http/handle-problem.ts";
import { limitBody } from "./http/limit-body.ts";
import { serveFrontPage } from "./html/front-page.ts";
import { nameRequest } from "./http/name-request.ts";
import { refuseInvalid } from "./http/refuse-invalid.ts";
import { serveInvitationPages } from "./invitations/serve-invitation-pages.ts";
import { servePasswordPages } from "./password-resets/serve-password-pages.ts";
import { serveDocument } from "./openapi/serve-document.ts";

/** The admin API: everything under `/api`. No CORS header anywhere: other sites' pages have no business here. */
export function createAdminApi(dependencies: AdminDependencies): OpenAPIHono<AppEnv> {
  const app = new OpenAPIHono<AppEnv>({ defaultHook: refuseInvalid });
  app.onError(handleProblem(dependencies));
  app.notFound(() => {
    throw apiProblem("not-found", "There is nothing at this address. /api/docs lists what there is.");
  });
  app.use(nameRequest(dependencies.newId));
  app.use(secureHeaders({ xFrameOptions: "DENY", referrerPolicy: "no-referrer" }));
  app.use(limitBody());
  app.use(judgeSignature(dependencies, isReadingOf(endpoints)));
  app.all("/api/auth/*", refuseMachines, (c) => dependencies.handleAuth(c.req.raw, c.get("requestId")));
  for (const endpoint of endpoints) mount(app, endpoint, dependencies);
  serveDocument(app);
  serveFrontPage(app, dependencies);
  serveInvitationPages(app, dependencies);
  serveLogos(app, dependencies);
  servePasswordPages(app, dependencies);
  return app;
}
