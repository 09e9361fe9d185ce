import type { Hono } from "hono";
import { pageHeaders } from "../html/page.ts";
import type { AppEnv } from "../access/app-env.ts";
import { docsPage } from "./docs-page.ts";
import { openapiDocument } from "./openapi-document.ts";

/** `/api/openapi.json`, and the reference made of it at `/api/docs`. */
export function serveDocument(app: Hono<AppEnv>): void {
  let document: ReturnType<typeof openapiDocument> | undefined;
  const getDocument = () => (document ??= openapiDocument());
  app.get("/api/openapi.json", (c) => c.json(getDocument()));
  app.get("/api/docs", async (c) => c.body((await docsPage(getDocument())).toString(), 200, pageHeaders));
}
