import type { Hono } from "hono";
import { html } from "hono/html";
import type { AppEnv } from "../access/app-env.ts";
import { respondWithPage } from "./link-pages.ts";
import { page, type Markup } from "./page.ts";

/** What answers at the Worker's own address: what it is, and where to go. */
const frontPage = (origin: string): Markup =>
  page(
    "LeadRelay",
    html`<div class="card">
      <h1>LeadRelay</h1>
      <p>
        This is the API of an installation of LeadRelay: it stores the leads that forms submit, and delivers
        them. Its admin UI was not built: <code>npm start</code> does that.
      </p>
      <p><strong>You look for a lead, or work here.</strong> Use the command line:</p>
      <pre>./leadrelay login --url ${origin}</pre>
      <p><strong>You write a program.</strong> <a href="/api/docs">The API, operation by operation</a>.</p>
      <p><strong>You were invited, or forgot your password.</strong> Open the link that you were given.</p>
      <p class="soft">Forms do not post here but to the intake, at another address.</p>
    </div>`,
  );

export function serveFrontPage(app: Hono<AppEnv>, { publicUrl }: { publicUrl: string | null }): void {
  app.get("/", (c) => respondWithPage(frontPage(publicUrl ?? new URL(c.req.url).origin)));
}
