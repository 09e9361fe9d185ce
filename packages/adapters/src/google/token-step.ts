import type { Step } from "../adapter.ts";
import { userAgent } from "../json-request.ts";
import { classifyToken } from "./classify-token.ts";
import { getServiceAccount } from "./service-account.ts";
import { signAssertion, tokenUrl } from "./sign-assertion.ts";

/** The step by which a service account gets its token for an API. @param scope as the API's documentation names it */
export const tokenStep = (scope: string): Step<{ service_account: string }> => ({
  name: "token",
  isForToken: true,
  async buildRequest({ service_account }, { attempted_at }) {
    const assertion = await signAssertion(getServiceAccount(service_account), scope, attempted_at);
    const grant = { grant_type: "urn:ietf:params:oauth:grant-type:jwt-bearer", assertion };
    return {
      url: tokenUrl,
      method: "POST",
      headers: { "content-type": "application/x-www-form-urlencoded", "user-agent": userAgent },
      body: new URLSearchParams(grant).toString(),
    };
  },
  classify: classifyToken,
});
