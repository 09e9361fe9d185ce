import type { Context, Hono } from "hono";
import type { AdminDependencies } from "../dependencies.ts";
import { orRefusal, readForm, respondWithPage } from "../html/link-pages.ts";
import { respondWithOpener } from "../html/open-link-page.ts";
import { pastedToken } from "../html/token-link.ts";
import { ApiProblem } from "../problems/api-problem.ts";
import type { AppEnv } from "../access/app-env.ts";
import { addressOf } from "../sign-in/address-of.ts";
import { choosePassword, findReset } from "./choose-password.ts";
import { passwordChosenPage, passwordPage } from "./password-pages.ts";

/** Where a password link leads. One of before has its token in the query. */
export function servePasswordPages(app: Hono<AppEnv>, dependencies: AdminDependencies): void {
  app.get("/password", (c) =>
    orRefusal(async () => {
      const token = c.req.query("token");
      return token === undefined ? respondWithOpener("/password") : ask(token, dependencies);
    }),
  );
  app.post("/password", (c) => orRefusal(() => choose(c, dependencies)));
}

async function ask(token: string, dependencies: AdminDependencies): Promise<Response> {
  return respondWithPage(passwordPage((await findReset(token, dependencies)).email, token));
}

async function choose(c: Context<AppEnv>, dependencies: AdminDependencies): Promise<Response> {
  const text = await readForm(c);
  const token = pastedToken(text("token") ?? "");
  const password = text("password");
  if (password === undefined) return ask(token, dependencies);
  const found = await findReset(token, dependencies);
  try {
    const requestId = c.get("requestId");
    const address = addressOf(c.req.raw.headers);
    await choosePassword(found, password, { requestId, address, dependencies });
    return respondWithPage(passwordChosenPage(found.email));
  } catch (error) {
    if (!(error instanceof ApiProblem) || error.problem.status !== 422) throw error;
    return respondWithPage(passwordPage(found.email, token, error.problem), 422);
  }
}
