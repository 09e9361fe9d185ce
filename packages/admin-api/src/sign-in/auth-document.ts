import { z, type RouteConfig } from "@hono/zod-openapi";
import { problemSchema } from "../problems/problem-schema.ts";
import { problemTypes, type ProblemType } from "../problems/problem-types.ts";
import { authAnswers } from "./auth-answers.ts";
import { authBasePath, authOperations } from "./auth-operations.ts";

type Path = keyof typeof authOperations;

const text = z.string().max(1_000);
const password = text.openapi({ description: "The one you sign in with." });
const factor = {
  code: text
    .optional()
    .openapi({ description: "The authenticator's six digits, where a second factor is on." }),
  backupCode: text.optional().openapi({ description: "Instead of `code`." }),
};
const anything = z.object({});

interface Described {
  operationId: string;
  summary: string;
  body?: z.ZodType;
}

const described: Readonly<Record<Path, Described>> = {
  "/sign-in/email": {
    operationId: "signIn",
    summary: "Sign in with a password. Where a second factor is on, `verifyCode` is the second step",
    body: z.object({ email: text, password: text }),
  },
  "/sign-out": { operationId: "signOut", summary: "End this session", body: anything },
  "/get-session": {
    operationId: "getSession",
    summary: "The session that the cookie is of, prolonged where it is a day old; null where there is none",
  },
  "/list-sessions": { operationId: "listSessions", summary: "Where you are signed in" },
  "/revoke-session": {
    operationId: "endSession",
    summary: "End one of your sessions",
    body: z.object({ id: text }),
  },
  "/revoke-sessions": { operationId: "endSessions", summary: "End all your sessions", body: anything },
  "/revoke-other-sessions": {
    operationId: "endOtherSessions",
    summary: "End all your sessions but this one",
    body: anything,
  },
  "/change-password": {
    operationId: "changePassword",
    summary: "Change your password, and end all other sessions",
    body: z.object({ currentPassword: password, newPassword: text }),
  },
  "/update-user": {
    operationId: "changeName",
    summary: "Change your name",
    body: z.object({ name: z.string().max(200) }),
  },
  "/two-factor/enable": {
    operationId: "enableSecondFactor",
    summary: "Begin a second factor. It is on with the first right code",
    body: z.object({ password, ...factor }),
  },
  "/two-factor/disable": {
    operationId: "disableSecondFactor",
    summary: "Take your second factor away",
    body: z.object({ password, ...factor }),
  },
  "/two-factor/get-totp-uri": {
    operationId: "getSecondFactor",
    summary: "Your second factor's secret, for another authenticator",
    body: z.object({ password, ...factor }),
  },
  "/two-factor/generate-backup-codes": {
    operationId: "renewBackupCodes",
    summary: "New backup codes; the old ones end",
    body: z.object({ password, ...factor }),
  },
  "/two-factor/verify-totp": {
    operationId: "verifyCode",
    summary: "The second step of signing in, or the first code of a new second factor",
    body: z.object({ code: text }),
  },
  "/two-factor/verify-backup-code": {
    operationId: "verifyBackupCode",
    summary: "The second step of signing in, with a backup code",
    body: z.object({ code: text }),
  },
};

const refusals: readonly ProblemType[] = [
  "malformed-request",
  "not-signed-in",
  "not-permitted",
  "not-json",
  "invalid",
  "too-many-requests",
  "not-available",
];

/** Signing in, described beside the API's other operations though a library answers it. Only for people: a signed request is refused. */
export const authPaths: readonly RouteConfig[] = Object.entries(authOperations).map(([path, { method }]) => {
  const { operationId, summary, body } = described[path as Path];
  return {
    method: method === "GET" ? "get" : "post",
    path: authBasePath + path,
    operationId,
    tags: ["Sign-in"],
    summary,
    description:
      "For people, not for access keys. The session is a cookie; a change also needs an `Origin` header that names this server.",
    ...(body === undefined
      ? {}
      : { request: { body: { required: true, content: { "application/json": { schema: body } } } } }),
    responses: {
      200: { description: "Done", content: { "application/json": { schema: authAnswers[path as Path] } } },
      ...Object.fromEntries(
        refusals.map((type) => {
          const [status, title] = problemTypes[type];
          return [
            status,
            { description: title, content: { "application/problem+json": { schema: problemSchema } } },
          ];
        }),
      ),
    },
  };
});
