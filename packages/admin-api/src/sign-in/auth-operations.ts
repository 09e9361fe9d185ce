/** One of the library's operations that we let through; all its others are closed. */
interface AuthOperation {
  method: "GET" | "POST";
  /** Tries per address and minute; null where nothing can be guessed, or `passwordTries` counts. */
  perMinute: number | null;
}

const guessable = { method: "POST", perMinute: 10 } as const satisfies AuthOperation;
const lax = { method: "POST", perMinute: 60 } as const satisfies AuthOperation;

export const authBasePath = "/api/auth";

/** Signing in and out, one's sessions, password and second factor. Nobody signs up: people are invited. */
export const authOperations = {
  "/sign-in/email": { method: "POST", perMinute: null },
  "/sign-out": lax,
  "/get-session": { method: "GET", perMinute: null },
  "/list-sessions": { method: "GET", perMinute: null },
  "/revoke-session": lax,
  "/revoke-sessions": lax,
  "/revoke-other-sessions": lax,
  "/change-password": guessable,
  // Each other name is a row of the audit log.
  "/update-user": { method: "POST", perMinute: 10 },
  "/two-factor/enable": guessable,
  "/two-factor/disable": guessable,
  "/two-factor/get-totp-uri": guessable,
  "/two-factor/generate-backup-codes": guessable,
  "/two-factor/verify-totp": guessable,
  "/two-factor/verify-backup-code": guessable,
} as const satisfies Record<string, AuthOperation>;
