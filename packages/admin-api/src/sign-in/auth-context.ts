import type { createAuthMiddleware } from "better-auth/api";

/** One of the library's operations, as hooks are handed it. */
export type AuthContext = Parameters<Parameters<typeof createAuthMiddleware>[0]>[0];
