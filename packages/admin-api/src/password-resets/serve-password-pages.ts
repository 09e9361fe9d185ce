import { brandsOfOperator } from "@leadrelay/db/agencies/brands";
import { runOne } from "@leadrelay/db/run-batch";
import { pipelineScope } from "@leadrelay/db/scope";
import type { PasswordReset } from "@leadrelay/db/sign-in/password-resets";
import type { Context, Hono } from "hono";
import { toLook } from "../brands/brand-schema.ts";
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
  const found = await findReset(token, dependencies);
  const look = await lookOf(found, dependencies);
  return respondWithPage(passwordPage({ email: found.email, token, look }));
}

async function choose(c: Context<AppEnv>, dependencies: AdminDependencies): Promise<Response> {
  const text = await readForm(c);
  const token = pastedToken(text("token") ?? "");
  const password = text("password");
  if (password === undefined) return ask(token, dependencies);
  const found = await findReset(token, dependencies);
  const look = await lookOf(found, dependencies);
  try {
    const requestId = c.get("requestId");
    const address = addressOf(c.req.raw.headers);
    await choosePassword(found, password, { requestId, address, dependencies });
    return respondWithPage(passwordChosenPage(found.email, look));
  } catch (error) {
    if (!(error instanceof ApiProblem) || error.problem.status !== 422) throw error;
    return respondWithPage(passwordPage({ email: found.email, token, look }, error.problem), 422);
  }
}

/** Of whoever belongs to one agency alone; of several none can be the one. */
async function lookOf({ operator_id }: PasswordReset, { control }: AdminDependencies) {
  const [first, second] = await runOne(control, brandsOfOperator(pipelineScope, operator_id));
  return first === undefined || second !== undefined ? null : toLook(first);
}
