import * as z from "zod";
import { postAuth } from "./post-auth.ts";
import { Failure } from "../exit/failure.ts";
import type { Outside } from "../outside/outside.ts";
import { cookieHeader } from "../credentials/session-cookies.ts";
import type { StoredCredential } from "../credentials/credentials-file.ts";

const secondFactorSchema = z.object({ twoFactorRedirect: z.literal(true) });

/** Signs in with a password, and with the authenticator's code where the account asks for one. */
export async function signIn(
  outside: Outside,
  {
    url,
    email,
    password,
    askCode,
  }: { url: string; email: string; password: string; askCode: () => Promise<string> },
): Promise<StoredCredential> {
  const first = await postAuth(outside, { url, path: "/sign-in/email", body: { email, password } });
  const needsCode = secondFactorSchema.safeParse(first.body).success;
  const { cookies } = needsCode ? await verifyCode(outside, url, first.cookies, await askCode()) : first;
  if (cookies.size === 0)
    throw new Failure({ ending: "error", title: `${url} let you in and gave no session.` });
  return { kind: "session", url, email, cookie: cookieHeader(cookies) };
}

const verifyCode = (outside: Outside, url: string, cookies: ReadonlyMap<string, string>, code: string) =>
  postAuth(outside, {
    url,
    path: "/two-factor/verify-totp",
    body: { code: code.replaceAll(/\s/g, "") },
    cookies,
  });
