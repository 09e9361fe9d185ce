import type { Hono } from "hono";
import { pageHeadersOf } from "../html/page.ts";
import type { AppEnv } from "../access/app-env.ts";
import { docsPage } from "./docs-page.ts";
import { openapiDocument } from "./openapi-document.ts";

/** `/api/openapi.json`, and the reference made of it at `/api/docs`. */
export function serveDocument(app: Hono<AppEnv>): void {
  let document: ReturnType<typeof openapiDocument> | undefined;
  const getDocument = () => (document ??= openapiDocument());
  app.get("/api/openapi.json", (c) => c.json(getDocument()));
  app.get("/api/docs", async (c) => {
    const text = (await docsPage(getDocument())).toString();
    return c.body(text, 200, await pageHeadersOf(text));
  });
}
