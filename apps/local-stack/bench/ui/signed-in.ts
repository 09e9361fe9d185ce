import { demoOwnerOf } from "../../harness/demo-owner-of.ts";
import type { TestStack } from "../../harness/start-stack.ts";

/** How whoever runs the demo asks its API: the answer's time in ms, after it was read whole. */
export async function signedIn(stack: TestStack): Promise<{
  owner: { email: string; password: string };
  timed: (method: "GET" | "POST", path: string, body?: object) => Promise<number>;
}> {
  const owner = await demoOwnerOf(stack);
  const origin = stack.consumerUrl;
  const headers = { origin, "content-type": "application/json" };
  const answer = await fetch(`${origin}/api/auth/sign-in/email`, {
    method: "POST",
    headers,
    body: JSON.stringify(owner),
  });
  const cookie = answer.headers
    .getSetCookie()
    .map((one) => one.split(";")[0])
    .join("; ");
  return {
    owner,
    async timed(method, path, body) {
      const begun = performance.now();
      const asked = { method, headers: { ...headers, cookie } };
      const got = await fetch(
        origin + path,
        body === undefined ? asked : { ...asked, body: JSON.stringify(body) },
      );
      const text = await got.text();
      if (!got.ok) throw new Error(`${method} ${path}: ${got.status} ${text.slice(0, 200)}`);
      return performance.now() - begun;
    },
  };
}
