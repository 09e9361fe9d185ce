/** Asks the API of a running stack as the person who signed in. */
export interface Api {
  send<Answer>(method: string, path: string, body?: object): Promise<Answer>;
}

/** Signs in; throws with what was answered where something is refused. */
export async function signedInApi(
  origin: string,
  { email, password }: { email: string; password: string },
): Promise<Api> {
  let cookie = "";
  const ask = async (method: string, path: string, body?: object): Promise<Response> => {
    const headers = { "content-type": "application/json", "if-match": "*", origin, cookie };
    const sent = body === undefined ? null : JSON.stringify(body);
    const answer = await fetch(origin + path, { method, headers, body: sent });
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`);
    return answer;
  };
  const session = await ask("POST", "/api/auth/sign-in/email", { email, password });
  cookie = session.headers
    .getSetCookie()
    .map((one) => one.split(";")[0])
    .join("; ");
  return { send: async (method, path, body) => (await ask(method, path, body)).json() };
}
