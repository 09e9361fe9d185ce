import { getSessionFromCtx } from "better-auth/api";
import type { AuthContext } from "./auth-context.ts";

/**
 * Whose account an operation is about: whoever is or was just signed in, has given the password and not yet the code, or whose e-mail address
 * was typed, if it is anybody's.
 */
export async function whoIsConcerned(
  operation: AuthContext,
): Promise<{ id: string } | { email: string } | undefined> {
  const { path, context } = operation;
  const user = context.session?.user ?? context.newSession?.user;
  if (user !== undefined) return { id: user.id };
  if (path !== "/sign-in/email") {
    const id = await whoseTurn(operation);
    return id === undefined ? undefined : { id };
  }
  const email: unknown = operation.body?.["email"];
  return typeof email === "string" ? { email: email.trim().toLowerCase() } : undefined;
}

/** Whoever is signed in, or has given the password; in the library's order. */
export async function whoseTurn(operation: AuthContext): Promise<string | undefined> {
  const session = await getSessionFromCtx(operation, { disableRefresh: true });
  if (session) return session.user.id;
  const { createAuthCookie, secret, internalAdapter } = operation.context;
  const challenge = await operation.getSignedCookie(createAuthCookie("two_factor").name, secret);
  if (!challenge) return undefined;
  return (await internalAdapter.findVerificationValue(challenge))?.value;
}
