import type { BetterAuthOptions } from "better-auth";
import { twoFactor } from "better-auth/plugins/two-factor";
import { authBasePath, authOperations } from "./auth-operations.ts";
import { operatorTables } from "./operator-tables.ts";
import { longestPassword, shortestPassword } from "@leadrelay/contracts/password-length";

const daySeconds = 24 * 60 * 60;
/** After ten wrong codes in a row an account takes no more for as long. */
export const secondFactorLockSeconds = 15 * 60;
const accountLockout = { maxFailedAttempts: 10, durationSeconds: secondFactorLockSeconds };
const { twoFactor: twoFactorTables, rateLimit: rateLimitTable, ...modelTables } = operatorTables;

/** What makes the tables and the behaviour, whatever database is under them. */
export const authOptions = {
  appName: "LeadRelay",
  basePath: authBasePath,
  ...modelTables,
  emailAndPassword: {
    enabled: true,
    disableSignUp: true,
    minPasswordLength: shortestPassword,
    maxPasswordLength: longestPassword,
  },
  // No cookie cache: a session that was ended must be over with the next request.
  session: { ...modelTables.session, expiresIn: 30 * daySeconds, updateAge: daySeconds, freshAge: 0 },
  plugins: [twoFactor({ issuer: "LeadRelay", accountLockout, schema: twoFactorTables })],
  rateLimit: {
    ...rateLimitTable,
    enabled: true,
    storage: "database",
    customRules: Object.fromEntries(
      Object.entries(authOperations).map(([path, { perMinute }]) => [
        path,
        perMinute === null ? (false as const) : { window: 60, max: perMinute },
      ]),
    ),
  },
  advanced: {
    cookiePrefix: "leadrelay",
    defaultCookieAttributes: { httpOnly: true, sameSite: "lax" },
    // Anything else a client could write itself; behind Cloudflare it cannot write this one.
    ipAddress: { ipAddressHeaders: ["cf-connecting-ip"] },
    // Said, because the library turns both off where NODE_ENV is "test".
    disableOriginCheck: false,
    disableCSRFCheck: false,
  },
  telemetry: { enabled: false },
  experimental: { joins: true },
} satisfies BetterAuthOptions;
