import type { Hono } from "hono";
import type { AppEnv } from "../http/app-env.ts";
import { openapiDocument } from "./openapi-document.ts";

/** `/api/openapi.json`. */
export function serveDocument(app: Hono<AppEnv>): void {
  let document: ReturnType<typeof openapiDocument> | undefined;
  app.get("/api/openapi.json", (c) => c.json((document ??= openapiDocument())));
}
