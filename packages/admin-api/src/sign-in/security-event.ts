import type { AuditAction } from "@leadrelay/contracts/audit-actions";
/** How one of the library's operations ended. */
export interface EndedOperation {
  path: string;
  /** The library's code of its refusal; '' for one without, null where it was done. */
  refusal: string | null;
  /** Whoever was signed in before had a second factor; null where nobody was. */
  hadSecondFactor: boolean | null;
  /** It made a session. */
  madeSession: boolean;
  /** Whoever it made one for has a second factor: after the password alone that session is taken back. */
  hasSecondFactor: boolean;
  /** Whoever was signed in before is called otherwise now. */
  isRenamed: boolean;
}

/** How somebody who is signed in now has proven who it is. */
type SignInStep = "password" | "code" | "backup code";

/** What of it is written down, as in the audit log; `failed`: somebody only tried, and that may be anybody. */
export type SecurityEvent = { detail: Readonly<Record<string, string>> } & (
  | { kind: "changed"; action: AuditAction }
  | { kind: "signed_in"; action: "sign_in.succeeded" }
  | { kind: "failed"; action: "sign_in.failed" | "sign_in.delayed" }
);

const changed = (action: AuditAction, detail = {}): SecurityEvent => ({ kind: "changed", action, detail });
const signedIn = (step: SignInStep): SecurityEvent => ({
  kind: "signed_in",
  action: "sign_in.succeeded",
  detail: { step },
});
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

/** What of an operation touches an account's security; nothing of all else. */
export function securityEventsOf(ended: EndedOperation): SecurityEvent[] {
  const { path, refusal, hadSecondFactor, isRenamed } = ended;
  if (refusal !== null) {
    const step = failedSteps[refusal];
    return step === undefined ? [] : [failed(step)];
  }
  const step = signInStep(ended);
  const signIn = step === undefined ? [] : [signedIn(step)];
  switch (path) {
    case "/update-user":
      return isRenamed ? [changed("name.changed")] : [];
    case "/change-password":
      return [changed("password.changed")];
    case "/two-factor/enable":
      return [changed(hadSecondFactor === true ? "second_factor.replaced" : "second_factor.prepared")];
    case "/two-factor/verify-totp":
      // Whoever was signed in without one has switched it on.
      return hadSecondFactor === false && ended.madeSession ? [changed("second_factor.enabled")] : signIn;
    case "/two-factor/disable":
      return [changed("second_factor.disabled")];
    case "/two-factor/generate-backup-codes":
      return [changed("backup_codes.created")];
    case "/two-factor/verify-backup-code":
      return [changed("backup_code.used"), ...signIn];
    case "/revoke-session":
      return [changed("sessions.revoked", { which: "one" })];
    case "/revoke-other-sessions":
      return [changed("sessions.revoked", { which: "others" })];
    case "/revoke-sessions":
      return [changed("sessions.revoked", { which: "all" })];
    default:
      return signIn;
  }
}

/** The last step of signing in, where this was it. */
function signInStep({ path, madeSession, hadSecondFactor, hasSecondFactor }: EndedOperation) {
  if (!madeSession) return undefined;
  if (path === "/sign-in/email") return hasSecondFactor ? undefined : "password";
  if (hadSecondFactor !== null) return undefined;
  if (path === "/two-factor/verify-totp") return "code";
  return path === "/two-factor/verify-backup-code" ? "backup code" : undefined;
}
