import { z } from "@hono/zod-openapi";

const instant = z.iso.datetime();
const accountSchema = z
  .strictObject({
    id: z.string(),
    email: z.string(),
    name: z.string(),
    emailVerified: z.boolean(),
    image: z.string().nullable(),
    createdAt: instant,
    updatedAt: instant,
    twoFactorEnabled: z.boolean().nullable(),
  })
  .openapi("Account", { description: "An operator's own account. Times as ISO 8601, unlike elsewhere." });
const sessionSchema = z
  .strictObject({
    id: z.string(),
    userId: z.string(),
    expiresAt: instant,
    createdAt: instant,
    updatedAt: instant,
    ipAddress: z.string().nullable(),
    userAgent: z.string().nullable(),
  })
  .openapi("Session", { description: "Where an operator is signed in." });
const done = z.strictObject({ status: z.boolean() });
const signedIn = z.strictObject({ redirect: z.boolean().optional(), user: accountSchema });
const codeWanted = z.strictObject({
  twoFactorRedirect: z.literal(true),
  twoFactorMethods: z.array(z.literal("totp")),
});
const backupCodes = z.array(z.string()).openapi({ description: "Shown once. Each is good once." });
const totpUri = z.string().openapi({ description: "For a QR code: `otpauth://totp/…`." });

/** What each of the sign-in operations answers, without the tokens that it would say by itself. */
export const authAnswers = {
  "/sign-in/email": z.union([codeWanted, signedIn]),
  "/sign-out": z.strictObject({ success: z.boolean() }),
  "/get-session": z.strictObject({ session: sessionSchema, user: accountSchema }).nullable(),
  "/list-sessions": z.array(sessionSchema),
  "/revoke-session": done,
  "/revoke-sessions": done,
  "/revoke-other-sessions": done,
  "/change-password": z.strictObject({ user: accountSchema }),
  "/update-user": done,
  "/two-factor/enable": z.strictObject({ totpURI: totpUri, backupCodes }),
  "/two-factor/disable": done,
  "/two-factor/get-totp-uri": z.strictObject({ totpURI: totpUri }),
  "/two-factor/generate-backup-codes": done.extend({ backupCodes }),
  "/two-factor/verify-totp": signedIn,
  "/two-factor/verify-backup-code": signedIn,
};
