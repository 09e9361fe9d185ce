import { describe, expect, it } from "vitest";
import { authOperations } from "./auth-operations.ts";
import { securityEventOf, type EndedOperation } from "./security-event.ts";

const ended = (given: Partial<EndedOperation>): EndedOperation => ({
  path: "/sign-in/email",
  refusal: null,
  hadSecondFactor: null,
  madeSession: false,
  ...given,
});

describe("what is written down", () => {
  it.each<[string, Partial<EndedOperation>, string]>([
    ["another password", { path: "/change-password" }, "password.changed {}"],
    ["a first secret", { path: "/two-factor/enable", hadSecondFactor: false }, "second_factor.prepared {}"],
    ["another secret", { path: "/two-factor/enable", hadSecondFactor: true }, "second_factor.replaced {}"],
    [
      "the first right code",
      { path: "/two-factor/verify-totp", hadSecondFactor: false, madeSession: true },
      "second_factor.enabled {}",
    ],
    ["no second factor any more", { path: "/two-factor/disable" }, "second_factor.disabled {}"],
    ["other backup codes", { path: "/two-factor/generate-backup-codes" }, "backup_codes.created {}"],
    ["a backup code", { path: "/two-factor/verify-backup-code", madeSession: true }, "backup_code.used {}"],
    ["a session ended", { path: "/revoke-session" }, 'sessions.revoked {"which":"one"}'],
    ["all others ended", { path: "/revoke-other-sessions" }, 'sessions.revoked {"which":"others"}'],
    ["all ended", { path: "/revoke-sessions" }, 'sessions.revoked {"which":"all"}'],
  ])("%s", (_what, given, said) => {
    const event = securityEventOf(ended(given));
    expect(event?.kind).toBe("changed");
    expect(`${event?.action} ${JSON.stringify(event?.detail)}`).toBe(said);
  });

  it.each([
    ["INVALID_EMAIL_OR_PASSWORD", "password"],
    ["INVALID_PASSWORD", "password again"],
    ["INVALID_CODE", "code"],
    ["INVALID_BACKUP_CODE", "backup code"],
    ["TOO_MANY_ATTEMPTS_REQUEST_NEW_CODE", "code"],
    ["ACCOUNT_TEMPORARILY_LOCKED", "code"],
  ])("that somebody failed with %s, whatever was asked", (refusal, step) => {
    for (const path of Object.keys(authOperations))
      expect(securityEventOf(ended({ path, refusal }))).toEqual({
        kind: "failed",
        action: "sign_in.failed",
        detail: { step },
      });
  });
});

it.each<[string, Partial<EndedOperation>]>([
  ["signing in", { madeSession: true }],
  ["signing in with a code", { path: "/two-factor/verify-totp", madeSession: true }],
  ["a right code of whoever is signed in", { path: "/two-factor/verify-totp", hadSecondFactor: true }],
  ["a right code that began nothing", { path: "/two-factor/verify-totp", hadSecondFactor: false }],
  ["asking for one's sessions", { path: "/list-sessions" }],
  ["another name", { path: "/update-user" }],
  ["a refusal that was no try", { path: "/change-password", refusal: "PASSWORD_TOO_SHORT" }],
  ["a refusal without a code", { path: "/revoke-sessions", refusal: "" }],
])("%s is not", (_what, given) => expect(securityEventOf(ended(given))).toBeUndefined());
