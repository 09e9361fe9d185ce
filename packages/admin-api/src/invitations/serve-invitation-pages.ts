import type { Context, Hono } from "hono";
import { noScope } from "../access/access.ts";
import { findOperator } from "../access/find-operator.ts";
import { requireAccess } from "../access/require-access.ts";
import type { AdminDependencies } from "../dependencies.ts";
import { commitChange } from "../endpoint/commit-change.ts";
import { orRefusal, readForm, respondWithPage } from "../html/link-pages.ts";
import { respondWithOpener } from "../html/open-link-page.ts";
import { pastedToken } from "../html/token-link.ts";
import { ApiProblem } from "../problems/api-problem.ts";
import type { AppEnv } from "../access/app-env.ts";
import { addressOf } from "../sign-in/address-of.ts";
import { acceptInvitation, findOpen } from "./accept-invitation.ts";
import { acceptedPage, invitationPage } from "./invitation-pages.ts";

/** Where an invitation's link leads: a page that works before there is an account, and without a script. A link of before has its token in the query. */
export function serveInvitationPages(app: Hono<AppEnv>, dependencies: AdminDependencies): void {
  app.get("/invitation", (c) =>
    orRefusal(async () => {
      const token = c.req.query("token");
      if (token === undefined) return respondWithOpener("/invitation");
      return show({ ...(await lookUp(token, dependencies)), isYours: false });
    }),
  );
  app.post("/invitation", (c) => orRefusal(() => accept(c, dependencies)));
}

async function accept(c: Context<AppEnv>, dependencies: AdminDependencies): Promise<Response> {
  const text = await readForm(c);
  const found = await lookUp(pastedToken(text("token") ?? ""), dependencies);
  const caller = await callerOf(c, dependencies);
  const isYours = caller?.actor.name === found.invitation.email;
  const password = isYours ? "" : text("password");
  if (password === undefined || (isYours && text("signed-in") === undefined))
    return show({ ...found, isYours });
  const access = requireAccess("everyone", isYours ? caller : undefined);
  const body = { token: found.token, name: text("name") ?? "", password };
  const origin = new URL(c.req.url).origin;
  try {
    const request = { id: c.get("requestId"), origin, address: addressOf(c.req.raw.headers) };
    const input = { params: undefined, query: undefined, body, expectedVersion: null };
    const change = await acceptInvitation.handle({ ...input, access, dependencies, request });
    await commitChange(change, { access, requestId: request.id, dependencies, remember: [] });
    return respondWithPage(acceptedPage(found.invitation, isYours), 200);
  } catch (error) {
    if (!(error instanceof ApiProblem) || !mended.has(error.problem.status)) throw error;
    return show({ ...found, isYours, problem: error.problem, name: body.name }, error.problem.status);
  }
}

/** Whose session comes with our own page's form. What another site's page posts is nobody's: a browser says where a form stood. */
async function callerOf({ req }: Context<AppEnv>, dependencies: AdminDependencies) {
  return req.header("sec-fetch-site") === "same-origin" ? findOperator(req.raw, dependencies) : undefined;
}

/** What another password mends: the page asks again. */
const mended = new Set([401, 422, 429]);

interface Found {
  token: string;
  invitation: Awaited<ReturnType<typeof findOpen>>;
}

async function lookUp(token: string, dependencies: AdminDependencies): Promise<Found> {
  return { token, invitation: await findOpen(token, noScope, dependencies) };
}

const show = ({ invitation, token, ...rest }: Found & Parameters<typeof invitationPage>[2], status = 200) =>
  respondWithPage(invitationPage(invitation, token, rest), status);
