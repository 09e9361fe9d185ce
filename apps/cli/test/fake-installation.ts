import { json, problem, type FakeServer } from "./outside-in-memory.ts";

export const url = "https://relay.example.com";

export const key = {
  id: "lrk_3hT9_xQ2-mZ7pL0aVc4R",
  secret: "lrs_9Jt0b3v6vK2bq8r1w4y7zA5cD0eF3gH6iJ9kL2mN5oP",
};
/** A machine that signs with the key. */
export const keyEnv = { LEADRELAY_URL: url, LEADRELAY_KEY_ID: key.id, LEADRELAY_KEY_SECRET: key.secret };

export const you = {
  kind: "operator",
  id: "opr_1",
  name: "asha@example.com",
  grants: [
    {
      agency_id: "agy_demo",
      role: "agency_operator",
      permissions: ["leads:read", "leads:write"],
      client_ids: ["cli_1", "cli_2"],
    },
  ],
  grantable_permissions: ["leads:read"],
};

const session =
  "__Secure-leadrelay.session_token=abc.def; Max-Age=2592000; Path=/; HttpOnly; Secure; SameSite=Lax";

/** An installation with one operator, `asha@example.com` / `correct horse`, whose authenticator shows 123456 if it asks for a code. */
export const installation =
  ({
    secondFactor = false,
    intake = null,
  }: { secondFactor?: boolean; intake?: string | null } = {}): FakeServer =>
  (request, body) => {
    const { pathname } = new URL(request.url);
    const given = body === "" ? {} : (JSON.parse(body) as Record<string, unknown>);
    switch (`${request.method} ${pathname}`) {
      case "POST /api/auth/sign-in/email":
        if (given["email"] !== you.name || given["password"] !== "correct horse")
          return problem(401, "wrong-credentials", "No operator has this e-mail address and password.");
        return secondFactor
          ? json(
              { twoFactorRedirect: true },
              { headers: { "set-cookie": "leadrelay.two_factor=waiting; Path=/" } },
            )
          : json({ token: "abc" }, { headers: { "set-cookie": session } });
      case "POST /api/auth/two-factor/verify-totp": {
        if (given["code"] !== "123456" || request.headers.get("cookie") !== "leadrelay.two_factor=waiting")
          return problem(401, "wrong-code", "Give the six digits that the authenticator shows now.");
        const headers = new Headers({ "set-cookie": session });
        headers.append("set-cookie", "leadrelay.two_factor=; Max-Age=0; Path=/");
        return json({ token: "abc" }, { headers });
      }
      case "POST /api/auth/sign-out":
        return json({ success: true });
      case "GET /api/me": {
        const signedIn =
          request.headers.get("cookie") === "__Secure-leadrelay.session_token=abc.def" ||
          request.headers.get("x-leadrelay-key") === key.id;
        return signedIn
          ? json(intake === null ? you : { ...you, intake_url: intake })
          : problem(401, "not-signed-in", "Sign in first.");
      }
      default:
        return problem(404, "not-found", "There is nothing at this address.");
    }
  };
