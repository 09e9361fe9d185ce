import type { Problem } from "@leadrelay/contracts/problem";
import type { Context } from "hono";
import { html } from "hono/html";
import { ApiProblem, apiProblem } from "../problems/api-problem.ts";
import type { AppEnv } from "../access/app-env.ts";
import { page, pageHeadersOf, type Markup } from "./page.ts";

/** A link that leads nowhere, or is over, in words for whoever was given it. */
const refusedLinkPage = (problem: Problem): Markup =>
  page(
    problem.title,
    html`<div class="card">
      <h1>${problem.status === 404 ? "This link leads nowhere" : problem.title}</h1>
      <p>
        ${
          problem.status === 404
            ? "Copy the whole link you were given. If it still leads nowhere, ask whoever gave it to you for a new one."
            : problem.detail
        }
      </p>
    </div>`,
  );

/** A page of a link; a refusal of the link is a page too. */
export async function orRefusal(answer: () => Promise<Response>): Promise<Response> {
  try {
    return await answer();
  } catch (error) {
    if (error instanceof ApiProblem)
      return respondWithPage(refusedLinkPage(error.problem), error.problem.status);
    throw error;
  }
}

export async function respondWithPage(markup: Markup, status = 200): Promise<Response> {
  const text = (await markup).toString();
  return new Response(text, { status, headers: await pageHeadersOf(text) });
}

/** What a page's form posted, field by field; undefined where it has no such field. Throws the 400 of a body that is no form. */
export async function readForm({ req }: Context<AppEnv>): Promise<(name: string) => string | undefined> {
  const form: Readonly<Record<string, unknown>> = await req.parseBody().catch(() => {
    throw apiProblem("malformed-request", "This is no form that can be read: open the link again.");
  });
  return (name) => {
    const value = form[name];
    return typeof value === "string" ? value : undefined;
  };
}
