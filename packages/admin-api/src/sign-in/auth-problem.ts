import { apiProblem, type ApiProblem } from "../problems/api-problem.ts";
import type { ProblemType } from "../problems/problem-types.ts";
import { longestPassword, shortestPassword } from "@leadrelay/contracts/password-length";

const signInFirst = "Sign in first.";
const otherSite = "This needs an Origin header that names this server.";
const passwordRule = `A password has ${shortestPassword} to ${longestPassword} characters.`;
const expired =
  "The second step took too long or was tried too often: start with e-mail address and password.";
const noSecondFactor = "No second factor is set up for this account.";

/** What the library calls its refusals, in our words. */
const byCode: Readonly<Record<string, readonly [ProblemType, string]>> = {
  INVALID_EMAIL_OR_PASSWORD: ["wrong-credentials", "No operator has this e-mail address and password."],
  INVALID_EMAIL: ["invalid", "email: this is no e-mail address."],
  INVALID_PASSWORD: ["wrong-password", "Give the password you sign in with."],
  PASSWORD_TOO_SHORT: ["invalid", passwordRule],
  PASSWORD_TOO_LONG: ["invalid", passwordRule],
  INVALID_CODE: [
    "wrong-code",
    "Give the six digits that the authenticator shows now. Each code is good once: after one was used, wait for the next.",
  ],
  SECOND_FACTOR_NEEDED: [
    "second-factor-needed",
    "This account has a second factor: give besides the password the digits that the authenticator shows now as code, or a backup code as backupCode.",
  ],
  INVALID_BACKUP_CODE: ["wrong-code", "Give a backup code that was not used yet."],
  INVALID_TWO_FACTOR_COOKIE: ["sign-in-again", expired],
  TOO_MANY_ATTEMPTS_REQUEST_NEW_CODE: ["sign-in-again", expired],
  TOTP_NOT_ENABLED: ["conflict", noSecondFactor],
  TWO_FACTOR_NOT_ENABLED: ["conflict", noSecondFactor],
  BACKUP_CODES_NOT_ENABLED: ["conflict", noSecondFactor],
  MISSING_OR_NULL_ORIGIN: ["other-site", otherSite],
  INVALID_ORIGIN: ["other-site", otherSite],
  CROSS_SITE_NAVIGATION_LOGIN_BLOCKED: ["other-site", otherSite],
  UNSUPPORTED_MEDIA_TYPE: ["not-json", "Send application/json."],
};

const byStatus: Readonly<Record<number, readonly [ProblemType, string]>> = {
  400: ["malformed-request", "The request is not what this operation takes."],
  401: ["not-signed-in", signInFirst],
  403: ["not-permitted", "This is not open to you."],
  404: ["not-found", "There is nothing at this address."],
  409: ["conflict", "Somebody did the same at the same moment. Try again."],
  415: ["not-json", "Send application/json."],
  422: ["invalid", "Something in the body is not as it should be."],
};

/** A refusal of the library, as a problem; throws for what is no refusal but a fault. */
export async function toAuthProblem(response: Response, lockSeconds: number): Promise<ApiProblem> {
  const { code, message } = await readRefusal(response);
  if (response.status === 429) {
    const seconds = response.headers.get("x-retry-after") ?? String(lockSeconds);
    return apiProblem("too-many-requests", `Try again in ${seconds} seconds.`, {
      headers: { "retry-after": seconds },
    });
  }
  if (code === "VALIDATION_ERROR") return apiProblem("invalid", message);
  const known = byCode[code] ?? byStatus[response.status];
  if (known === undefined) throw new Error(`Signing in failed with ${response.status} ${code}`);
  return apiProblem(...known);
}

const noRefusal = { code: "", message: "" };

async function readRefusal(response: Response): Promise<{ code: string; message: string }> {
  const text = await response.text();
  try {
    return { ...noRefusal, ...(JSON.parse(text) as Partial<typeof noRefusal> | null) };
  } catch {
    return noRefusal;
  }
}
