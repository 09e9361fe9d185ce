import { createAdminApi } from "@leadrelay/admin-api/app";
import { createOperator } from "@leadrelay/admin-api/sign-in/create-operator";
import { runBatch } from "@leadrelay/db/run-batch";
import { env } from "cloudflare:test";
import { dependenciesOf, type Dependencies } from "../../src/dependencies.ts";
import { adminDependencies } from "../../src/http/admin-dependencies.ts";
import type { Answered } from "./answered.ts";

/** Somebody's browser: keeps cookies, says where it is and which page it is on. */
export interface Browser {
  cookies: Map<string, string>;
  get: (path: string, headers?: Record<string, string>) => Promise<Answered>;
  /** A text is sent as it is. */
  post: (path: string, body?: unknown, headers?: Record<string, string>) => Promise<Answered>;
}

/** The API as a fresh isolate has it, on the real bindings. */
export const newApi = (given: Partial<Dependencies> = {}) =>
  createAdminApi(adminDependencies({ ...dependenciesOf(env), ...given }));

let addresses = 0;
/** An address nobody else has, because tries are counted by it. */
export const newAddress = () => `10.${(addresses += 1) >> 8}.${addresses & 255}.1`;

export function newBrowser({
  api = newApi(),
  site = "https://relay.example",
  address = newAddress(),
} = {}): Browser {
  const cookies = new Map<string, string>();
  const send = async (path: string, init: { method: string; body?: string }, given = {}) => {
    const headers = new Headers({ origin: site, "cf-connecting-ip": address });
    if (cookies.size > 0) headers.set("cookie", [...cookies].map((pair) => pair.join("=")).join("; "));
    if (init.body !== undefined) headers.set("content-type", "application/json");
    for (const [name, value] of Object.entries(given)) headers.set(name, String(value));
    const response = await api.request(`${site}${path}`, { ...init, headers });
    for (const cookie of response.headers.getSetCookie()) keep(cookie, cookies);
    const text = await response.text();
    return {
      status: response.status,
      body: text === "" ? undefined : JSON.parse(text),
      headers: response.headers,
    };
  };
  return {
    cookies,
    get: (path, headers) => send(path, { method: "GET" }, headers),
    post: (path, body = {}, headers = {}) =>
      send(path, { method: "POST", body: typeof body === "string" ? body : JSON.stringify(body) }, headers),
  };
}

function keep(cookie: string, cookies: Map<string, string>): void {
  const [pair = "", ...attributes] = cookie.split("; ");
  const split = pair.indexOf("=");
  if (attributes.includes("Max-Age=0")) cookies.delete(pair.slice(0, split));
  else cookies.set(pair.slice(0, split), pair.slice(split + 1));
}

export interface Person {
  id: string;
  email: string;
  password: string;
}

/** An operator nobody else uses. */
export async function newPerson(): Promise<Person> {
  const email = `${crypto.randomUUID()}@example.com`;
  const password = "correct horse battery";
  const made = await createOperator({ email, name: "Asha", password }, dependenciesOf(env));
  if (made.kind === "refused") throw new Error(made.because);
  await runBatch(env.DB, made.statements);
  return { id: made.id, email, password };
}

export const signIn = (browser: Browser, { email, password }: Pick<Person, "email" | "password">) =>
  browser.post("/api/auth/sign-in/email", { email, password });

/** A browser that is signed in. */
export async function signedIn(person: Person, given: Parameters<typeof newBrowser>[0] = {}) {
  const browser = newBrowser(given);
  const { status } = await signIn(browser, person);
  if (status !== 200) throw new Error(`Signing in answered ${status}`);
  return browser;
}

/** Who the browser is to the API: 200 with its name, or 401. */
export const whoAmI = async (browser: Browser) => {
  const { status, body } = await browser.get("/api/me");
  return status === 200 ? (body.name as string) : status;
};
