import type { Context, Hono } from "hono";
import { noScope } from "../access/access.ts";
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
      return token === undefined ? respondWithOpener("/invitation") : show(await lookUp(token, dependencies));
    }),
  );
  app.post("/invitation", (c) => orRefusal(() => accept(c, dependencies)));
}

async function accept(c: Context<AppEnv>, dependencies: AdminDependencies): Promise<Response> {
  const text = await readForm(c);
  const found = await lookUp(pastedToken(text("token") ?? ""), dependencies);
  const password = text("password");
  if (password === undefined) return show(found);
  const access = requireAccess("everyone", undefined);
  const body = { token: found.token, name: text("name") ?? "", password };
  const origin = new URL(c.req.url).origin;
  try {
    const request = { id: c.get("requestId"), origin, address: addressOf(c.req.raw.headers) };
    const input = { params: undefined, query: undefined, body, expectedVersion: null };
    const change = await acceptInvitation.handle({ ...input, access, dependencies, request });
    await commitChange(change, { access, requestId: request.id, dependencies, remember: [] });
    return respondWithPage(acceptedPage(change.answer.body, dependencies.publicUrl ?? origin), 200);
  } catch (error) {
    if (!(error instanceof ApiProblem) || !mended.has(error.problem.status)) throw error;
    return show({ ...found, problem: error.problem, name: body.name }, error.problem.status);
  }
}

/** What another password mends: the page asks again. */
const mended = new Set([401, 422, 429]);

interface Found {
  token: string;
  invitation: Awaited<ReturnType<typeof findOpen>>;
  problem?: ApiProblem["problem"];
  name?: string;
}

async function lookUp(token: string, dependencies: AdminDependencies): Promise<Found> {
  return { token, invitation: await findOpen(token, noScope, dependencies) };
}

const show = ({ invitation, token, ...rest }: Found, status = 200) =>
  respondWithPage(invitationPage(invitation, token, rest), status);
