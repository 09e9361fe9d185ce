import { logoById } from "@leadrelay/db/agencies/logos";
import { pipelineScope } from "@leadrelay/db/scope";
import { runOne } from "@leadrelay/db/run-batch";
import type { Hono } from "hono";
import type { AppEnv } from "../access/app-env.ts";
import type { AdminDependencies } from "../dependencies.ts";
import { notFound } from "../problems/api-problem.ts";

/** Nothing in it runs, also where somebody opens it by itself; its address is another with each image, so it is kept. */
const headers = {
  "content-security-policy": "default-src 'none'; sandbox",
  "x-content-type-options": "nosniff",
  "cache-control": "public, max-age=31536000, immutable",
};

/** An agency's logo, for whoever has its address: it stands on pages that are seen before anybody signs in. */
export function serveLogos(app: Hono<AppEnv>, { control }: AdminDependencies): void {
  app.get("/logos/:id", async (c) => {
    const [logo] = await runOne(control, logoById(pipelineScope, c.req.param("id")));
    if (logo === undefined) throw notFound("logo");
    const bytes = Uint8Array.from(atob(logo.image_base64), (char) => char.charCodeAt(0));
    return c.body(bytes, 200, { ...headers, "content-type": logo.media_type });
  });
}
