import { createAdminApi } from "@leadrelay/admin-api/app";
import type { AdminDependencies } from "@leadrelay/admin-api/dependencies";
import { createExecutionContext, env } from "cloudflare:test";
import { dependenciesOf } from "../../src/dependencies.ts";
import { adminDependencies } from "../../src/http/admin-dependencies.ts";
import { emailOf } from "./people.ts";

const operatorHeader = "x-test-operator";

/** Any answer of the API, its body read. */
interface Answered {
  status: number;
  // oxlint-disable-next-line typescript/no-explicit-any -- tests look into bodies of every shape
  body: any;
  headers: Headers;
}

interface Given {
  /** The id of a signed-in operator. */
  as?: string | undefined;
  /** Sent as JSON; a text as it is. */
  body?: unknown;
  headers?: Record<string, string>;
}

interface TestApi {
  /** One request. */
  call: (method: string, path: string, given?: Given) => Promise<Answered>;
}

/** The real API on the real bindings; only the session is what the test says it is. */
export function testApi(given: Partial<AdminDependencies> = {}): TestApi {
  const app = createAdminApi({
    ...adminDependencies(dependenciesOf(env)),
    findSession: async (request) => {
      const id = request.headers.get(operatorHeader);
      return id === null ? undefined : { operatorId: id, email: emailOf(id) };
    },
    ...given,
  });
  const origin = "https://relay.example";
  return {
    call: async (method, path, { as, body, headers = {} } = {}) => {
      const request = new Request(`${origin}${path}`, {
        method,
        headers: {
          origin,
          ...(as === undefined ? {} : { [operatorHeader]: as }),
          ...(body === undefined ? {} : { "content-type": "application/json" }),
          ...headers,
        },
        ...(body === undefined ? {} : { body: typeof body === "string" ? body : JSON.stringify(body) }),
      });
      const response = await app.fetch(request, {}, createExecutionContext());
      const text = await response.text();
      return {
        status: response.status,
        body: text === "" ? undefined : JSON.parse(text),
        headers: response.headers,
      };
    },
  };
}
