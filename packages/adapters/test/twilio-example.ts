import type { AdapterExample } from "./adapter-example.ts";

const account_sid = "AC0123456789abcdef0123456789abcdef";
const auth_token = "fedcba9876543210fedcba9876543210";
const from = "+15005550006";
const to = "+919999900000";

/** An account with a number. */
export const twilioExample: AdapterExample = {
  settings: { account_sid, auth_token, from, to },
  secrets: [auth_token],
  wrong: [
    [{ account_sid: "AC0123/../x", auth_token, from, to }, "account_sid"],
    [{ account_sid, auth_token: `${auth_token} x`, from, to }, "auth_token"],
    [{ account_sid, auth_token, from: "15005550006", to }, "from"],
    [{ account_sid, auth_token, from, to: "99999 00000" }, "to"],
    [{ account_sid, auth_token, from, to: "+0999999999" }, "to"],
  ],
  takenBody: '{"sid":"SM0123456789abcdef0123456789abcdef","status":"queued","error_code":null}',
  taken: { outcome: "delivered", receiverId: "SM0123456789abcdef0123456789abcdef" },
  mostBodyBytes: 10_000,
  tells: ["Asha+Rao", "asha%40example.com", "%2B91-9999999999"],
};
