import { createAdminApi } from "@leadrelay/admin-api/app";
import type { AdminDependencies } from "@leadrelay/admin-api/dependencies";
import type { DeliveryWakeup } from "@leadrelay/contracts/delivery-wakeup";
import type { ReplayStep } from "@leadrelay/contracts/replay-step";
import type { SubmissionMessage } from "@leadrelay/contracts/submission-message";
import { createExecutionContext, env } from "cloudflare:test";
import { dependenciesOf } from "../../src/dependencies.ts";
import { adminDependencies } from "../../src/http/admin-dependencies.ts";
import type { Answered } from "./answered.ts";
import { signedHeaders, type TestKey } from "./keys.ts";
import { fakeQueue, type FakeQueue } from "../fake-queue.ts";
import { emailOf } from "./people.ts";

const operatorHeader = "x-test-operator";

interface Given {
  /** The id of a signed-in operator. */
  as?: string | undefined;
  /** An access key that signs it. */
  key?: TestKey;
  /** The nonce it signs with, if not a new one. */
  nonce?: string;
  /** Sent as JSON; a text as it is. */
  body?: unknown;
  headers?: Record<string, string>;
}

interface TestApi {
  /** What the API put on queues: nothing takes it from there behind the test's back. */
  queues: {
    leadsQueue: FakeQueue<SubmissionMessage>;
    deliveriesQueue: FakeQueue<DeliveryWakeup | ReplayStep>;
  };
  /** One request. */
  call: (method: string, path: string, given?: Given) => Promise<Answered>;
}

/** The real API on the real bindings; only the session is what the test says it is. */
export function testApi(given: Partial<AdminDependencies> = {}): TestApi {
  const queues = {
    leadsQueue: fakeQueue<SubmissionMessage>(),
    deliveriesQueue: fakeQueue<DeliveryWakeup | ReplayStep>(),
  };
  const dependencies: AdminDependencies = {
    ...adminDependencies({ ...dependenciesOf(env), ...queues }),
    findSession: async (request) => {
      const id = request.headers.get(operatorHeader);
      return id === null ? undefined : { operatorId: id, email: emailOf(id) };
    },
    ...given,
  };
  const app = createAdminApi(dependencies);
  const origin = "https://relay.example";
  return {
    queues,
    call: async (method, path, { as, key, nonce, body, headers = {} } = {}) => {
      const url = `${origin}${path}`;
      const sent = body === undefined || typeof body === "string" ? body : JSON.stringify(body);
      const signed = { method, url, body: sent, ...(nonce === undefined ? {} : { nonce }) };
      const request = new Request(url, {
        method,
        headers: {
          origin,
          ...(as === undefined ? {} : { [operatorHeader]: as }),
          ...(key === undefined ? {} : await signedHeaders(key, dependencies.now(), signed)),
          ...(body === undefined ? {} : { "content-type": "application/json" }),
          ...headers,
        },
        ...(sent === undefined ? {} : { body: sent }),
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
