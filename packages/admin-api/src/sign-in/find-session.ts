import { takesNoChange } from "@leadrelay/db/storage-error";
import { isAPIError } from "better-auth/api";
import type { Auth } from "./create-auth.ts";

/** Who is signed in. */
export interface SignedIn {
  operatorId: string;
  email: string;
  name: string;
  /** A second factor was asked for when signing in. */
  twoFactor: boolean;
}

/**
 * Who the request's cookie belongs to, in one D1 call. undefined for no cookie, a cookie that says nothing, and a session that is over;
 * throws what D1 throws. It does not prolong the session: `GET /api/auth/get-session` does, and sets the cookie anew.
 */
export async function findSession(auth: Auth, request: Request): Promise<SignedIn | undefined> {
  if (!request.headers.has("cookie")) return undefined;
  try {
    const found = await auth.api.getSession({ headers: request.headers, query: { disableRefresh: true } });
    if (found === null) return undefined;
    const { id, email, name, twoFactorEnabled } = found.user;
    return { operatorId: id, email, name, twoFactor: twoFactorEnabled === true };
  } catch (error) {
    // All it would write is that a session which ran out is no more.
    if (isAPIError(error) || takesNoChange(error)) return undefined;
    throw error;
  }
}
