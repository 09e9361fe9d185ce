/** How one of the library's operations ended. */
export interface EndedOperation {
  path: string;
  /** The library's code of its refusal; '' for one without, null where it was done. */
  refusal: string | null;
  /** Whoever was signed in before had a second factor; null where nobody was. */
  hadSecondFactor: boolean | null;
  /** It made a session. */
  madeSession: boolean;
}

/** What of it is written down, as in the audit log; `failed`: somebody only tried, and that may be anybody. */
export type SecurityEvent = { detail: Readonly<Record<string, string>> } & (
  | { kind: "changed"; action: string }
  | { kind: "failed"; action: "sign_in.failed" | "sign_in.delayed" }
);

const changed = (action: string, detail = {}): SecurityEvent => ({ kind: "changed", action, detail });
const failed = (step: string): SecurityEvent => ({
  kind: "failed",
  action: "sign_in.failed",
  detail: { step },
});

/** Which step a refusal was of. */
const failedSteps: Readonly<Record<string, string>> = {
  INVALID_EMAIL_OR_PASSWORD: "password",
  INVALID_PASSWORD: "password again",
  INVALID_CODE: "code",
  INVALID_BACKUP_CODE: "backup code",
  TOO_MANY_ATTEMPTS_REQUEST_NEW_CODE: "code",
  ACCOUNT_TEMPORARILY_LOCKED: "code",
};

/** What of an operation touches an account's security; undefined for all else. */
export function securityEventOf(ended: EndedOperation): SecurityEvent | undefined {
  const { path, refusal, hadSecondFactor, madeSession } = ended;
  if (refusal !== null) {
    const step = failedSteps[refusal];
    return step === undefined ? undefined : failed(step);
  }
  switch (path) {
    case "/change-password":
      return changed("password.changed");
    case "/two-factor/enable":
      return changed(hadSecondFactor === true ? "second_factor.replaced" : "second_factor.prepared");
    case "/two-factor/verify-totp":
      // Whoever was signed in without one has switched it on; whoever was not has signed in with it.
      return hadSecondFactor === false && madeSession ? changed("second_factor.enabled") : undefined;
    case "/two-factor/disable":
      return changed("second_factor.disabled");
    case "/two-factor/generate-backup-codes":
      return changed("backup_codes.created");
    case "/two-factor/verify-backup-code":
      return changed("backup_code.used");
    case "/revoke-session":
      return changed("sessions.revoked", { which: "one" });
    case "/revoke-other-sessions":
      return changed("sessions.revoked", { which: "others" });
    case "/revoke-sessions":
      return changed("sessions.revoked", { which: "all" });
    default:
      return undefined;
  }
}
