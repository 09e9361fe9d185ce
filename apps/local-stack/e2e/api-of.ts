import { expect } from "vitest";

/** The API as somebody who signed in asks it. */
export interface ApiOf {
  /** @returns the answer's JSON; fails on a refusal */
  send: (method: string, path: string, body?: object) => Promise<string>;
}

/** Signs somebody in, outside of any browser. */
export async function apiOf(
  origin: string,
  { email, password }: { email: string; password: string },
): Promise<ApiOf> {
  const headers = { "content-type": "application/json", origin };
  const answer = await fetch(`${origin}/api/auth/sign-in/email`, {
    method: "POST",
    headers,
    body: JSON.stringify({ email, password }),
  });
  expect(answer.status).toBe(200);
  const cookie = answer.headers
    .getSetCookie()
    .map((set) => set.split(";")[0])
    .join("; ");
  return {
    send: async (method, path, body) => {
      const init = { method, headers: { ...headers, cookie } };
      const given = body === undefined ? init : { ...init, body: JSON.stringify(body) };
      const sent = await fetch(origin + path, given);
      const text = await sent.text();
      expect([method, path, sent.ok], text).toEqual([method, path, true]);
      return text;
    },
  };
}

/** Gives somebody an account by the link of an invitation, which stands in an answer. */
export async function accept(origin: string, invited: string, password: string): Promise<void> {
  const token = /token=([\w-]+)/.exec(invited)?.[1];
  const answer = await fetch(`${origin}/api/invitations/accept`, {
    method: "POST",
    headers: { "content-type": "application/json", origin },
    body: JSON.stringify({ token, name: "Vera", password }),
  });
  expect(answer.ok).toBe(true);
}
