import { describe, expect, it } from "vitest";
import { authOperations } from "./auth-operations.ts";
import { securityEventsOf, type EndedOperation } from "./security-event.ts";

const ended = (given: Partial<EndedOperation>): EndedOperation => ({
  path: "/sign-in/email",
  refusal: null,
  hadSecondFactor: null,
  madeSession: false,
  hasSecondFactor: false,
  isRenamed: false,
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
    ["another name", { path: "/update-user", hadSecondFactor: false, isRenamed: true }, "name.changed {}"],
    ["a session ended", { path: "/revoke-session" }, 'sessions.revoked {"which":"one"}'],
    ["all others ended", { path: "/revoke-other-sessions" }, 'sessions.revoked {"which":"others"}'],
    ["all ended", { path: "/revoke-sessions" }, 'sessions.revoked {"which":"all"}'],
  ])("%s", (_what, given, said) => {
    const events = securityEventsOf(ended(given));
    expect(events.map(({ kind }) => kind)).toEqual(["changed"]);
    expect(events.map(({ action, detail }) => `${action} ${JSON.stringify(detail)}`)).toEqual([said]);
  });

  it.each<[string, Partial<EndedOperation>, string]>([
    ["with a password", { madeSession: true }, "password"],
    ["with a code", { path: "/two-factor/verify-totp", madeSession: true, hasSecondFactor: true }, "code"],
    [
      "with a backup code",
      { path: "/two-factor/verify-backup-code", madeSession: true, hasSecondFactor: true },
      "backup code",
    ],
  ])("that somebody signed in %s", (_what, given, step) => {
    expect(securityEventsOf(ended(given))).toContainEqual({
      kind: "signed_in",
      action: "sign_in.succeeded",
      detail: { step },
    });
  });

  it.each([
    [
      "who signs in with it",
      { madeSession: true, hasSecondFactor: true },
      ["backup_code.used", "sign_in.succeeded"],
    ],
    ["who is signed in", { hadSecondFactor: true }, ["backup_code.used"]],
  ])("a backup code of %s", (_who, given, actions) => {
    const events = securityEventsOf(ended({ path: "/two-factor/verify-backup-code", ...given }));
    expect(events.map(({ action }) => action)).toEqual(actions);
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
      expect(securityEventsOf(ended({ path, refusal, isRenamed: true, madeSession: true }))).toEqual([
        { kind: "failed", action: "sign_in.failed", detail: { step } },
      ]);
  });
});

it.each<[string, Partial<EndedOperation>]>([
  ["the first of two steps", { madeSession: true, hasSecondFactor: true }],
  ["a sign-in that made no session", {}],
  ["a code that made no session", { path: "/two-factor/verify-totp" }],
  ["a session that was made anew", { path: "/get-session", madeSession: true }],
  ["a right code of whoever is signed in", { path: "/two-factor/verify-totp", hadSecondFactor: true }],
  ["a right code that began nothing", { path: "/two-factor/verify-totp", hadSecondFactor: false }],
  ["asking for one's sessions", { path: "/list-sessions" }],
  ["the same name", { path: "/update-user", hadSecondFactor: false, madeSession: true }],
  ["a refusal that was no try", { path: "/change-password", refusal: "PASSWORD_TOO_SHORT" }],
  ["a refusal without a code", { path: "/revoke-sessions", refusal: "" }],
])("%s is not", (_what, given) => expect(securityEventsOf(ended(given))).toEqual([]));
