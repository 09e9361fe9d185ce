import createFetchClient, { type Client, type Middleware } from "openapi-fetch";
import type { paths } from "./schema.gen.ts";

/** Every operation of the API, typed by its OpenAPI document. */
export type LeadRelayClient = Client<paths>;

/** How a caller says who asks: it may sign the request, or send a session along. */
export type Authenticate = (request: Request) => Promise<Request>;

/**
 * A client of one installation, generated from the document that installation serves.
 * @param baseUrl its origin, such as `https://relay.example.com`
 */
export function createClient({
  baseUrl,
  authenticate,
  fetch = globalThis.fetch,
}: {
  baseUrl: string;
  authenticate?: Authenticate;
  fetch?: (request: Request) => Promise<Response>;
}): LeadRelayClient {
  const client = createFetchClient<paths>({ baseUrl, fetch });
  if (authenticate !== undefined) client.use(authenticating(authenticate));
  return client;
}

const authenticating = (authenticate: Authenticate): Middleware => ({
  onRequest: ({ request }) => authenticate(request),
});
