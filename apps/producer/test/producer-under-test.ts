import { createExecutionContext, env, waitOnExecutionContext } from "cloudflare:test";
import type { FormSnapshot } from "@leadrelay/contracts/form-snapshot";
import type { SubmissionMessage } from "@leadrelay/contracts/submission-message";
import { publishFormSnapshot } from "@leadrelay/snapshot/publish-form-snapshot";
import type { ProducerEnv } from "../src/dependencies.ts";
import producer from "../src/index.ts";

const host = "https://leads.test";

/** The producer with its own env, so that no test sees another's cache, and a queue that keeps what it took. */
export interface ProducerUnderTest {
  formKey: string;
  env: ProducerEnv;
  sent: SubmissionMessage[];
  fetch: (path: string, init?: RequestInit) => Promise<Response>;
  /** Waits for what outlives its request. */
  outlast: () => Promise<void>;
  /** Posts to the form. */
  post: (init: RequestInit) => Promise<Response>;
}

const snapshot = (formKey: string): FormSnapshot => ({
  v: 1,
  form_id: `form_${formKey}`,
  client_id: `cli_${formKey}`,
  database: "DB",
  allowed_hosts: ["shop.example", "*.shop.example"],
  thank_you_url: null,
  redirect_status: 301,
  bot_detection: null,
  field_mapping: {},
  default_region: "IN",
});

export async function startProducer(
  changes: { form?: Partial<FormSnapshot> | null; env?: Partial<ProducerEnv> & Record<string, unknown> } = {},
): Promise<ProducerUnderTest> {
  const formKey = `frm_${crypto.randomUUID()}`;
  if (changes.form !== null)
    await publishFormSnapshot(env.KV, formKey, { ...snapshot(formKey), ...changes.form });
  const sent: SubmissionMessage[] = [];
  const queue = recordingQueue(env.LEADS_QUEUE, sent);
  const given: ProducerEnv = { ...env, LEADS_QUEUE: queue, ...changes.env };
  const context = createExecutionContext();
  const fetch = (path: string, init?: RequestInit) => producer.fetch(asSent(path, init), given, context);
  return {
    formKey,
    env: given,
    sent,
    fetch: async (path, init) => fetch(path, init),
    outlast: () => waitOnExecutionContext(context),
    post: async (init) => fetch(`/f/${formKey}`, { method: "POST", ...init }),
  };
}

/** A body whose length is known says so, as over HTTP; a stream is sent in chunks. */
function asSent(path: string, init: RequestInit = {}) {
  const headers = new Headers(init.headers);
  const { body } = init;
  if (typeof body === "string") headers.set("content-length", String(new TextEncoder().encode(body).length));
  if (body instanceof Uint8Array) headers.set("content-length", String(body.length));
  const request = new Request(`${host}${path}`, { redirect: "manual", ...init, headers });
  return request as Parameters<typeof producer.fetch>[0];
}

/** Sends through the real queue and keeps what that took. */
function recordingQueue(queue: Queue, sent: SubmissionMessage[]): Queue {
  return wrapped(queue, {
    send: async (message: unknown, options?: QueueSendOptions) => {
      const answer = await queue.send(message, options);
      sent.push(message as SubmissionMessage);
      return answer;
    },
  });
}

/** The same binding with some of its methods replaced. */
export function wrapped<Binding extends object>(binding: Binding, methods: Partial<Binding>): Binding {
  return new Proxy(binding, {
    get(target, key) {
      if (key in methods) return methods[key as keyof Binding];
      const value: unknown = Reflect.get(target, key);
      return typeof value === "function" ? (value.bind(target) as unknown) : value;
    },
  });
}

export const urlencoded = (body: string): RequestInit => ({
  headers: { "content-type": "application/x-www-form-urlencoded" },
  body,
});

export const json = (body: unknown): RequestInit => ({
  headers: { "content-type": "application/json" },
  body: typeof body === "string" ? body : JSON.stringify(body),
});

/** A multipart body written out, so that it can be broken. */
export const multipart = (body: string, boundary = "b"): RequestInit => ({
  headers: { "content-type": `multipart/form-data; boundary=${boundary}` },
  body,
});
