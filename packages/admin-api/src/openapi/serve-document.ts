import type { OpenAPIHono } from "@hono/zod-openapi";
import type { AppEnv } from "../http/app-env.ts";
import { describeSecurity, openapiDocument } from "./openapi-document.ts";

/** `/api/openapi.json`. */
export function serveDocument(app: OpenAPIHono<AppEnv>): void {
  describeSecurity(app);
  app.get("/api/openapi.json", (c) => c.json(openapiDocument(app)));
}
