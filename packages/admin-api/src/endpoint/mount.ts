import type { OpenAPIHono, RouteConfig, z } from "@hono/zod-openapi";
import type { Context, Next } from "hono";
import type { Access } from "../access/access.ts";
import { findCaller } from "../access/find-caller.ts";
import { requireAccess } from "../access/require-access.ts";
import { jsonForCaller } from "../actions/json-for-caller.ts";
import type { AdminDependencies } from "../dependencies.ts";
import type { AppEnv } from "../access/app-env.ts";
import { addressOf } from "../sign-in/address-of.ts";
import { describeEndpoint } from "./describe-endpoint.ts";
import type { Answer } from "./answer.ts";
import type { Call, Endpoint } from "./endpoint.ts";
import { answerIfChanged } from "./if-changed.ts";
import { etagOf, readIfMatch } from "./etag.ts";
import { performChange } from "./perform-change.ts";
import { recordReading } from "./record-reading.ts";
import { toResponse, type RawAnswer } from "./raw-answer.ts";

/** Serves an operation: who asks is settled first, then the input is read, then it is done. */
export function mount(app: OpenAPIHono<AppEnv>, endpoint: Endpoint, dependencies: AdminDependencies): void {
  const settleAccess = async (c: Context<AppEnv>, next: Next) => {
    const caller = c.get("machine") ?? (await findCaller(c.req.raw.clone(), dependencies));
    c.set("access", requireAccess(endpoint.access, caller));
    await next();
  };
  const route: RouteConfig = describeEndpoint(endpoint);
  app.openapi({ ...route, middleware: [settleAccess] }, async (c: Context<AppEnv>) => {
    const call = readCall(c, endpoint, dependencies);
    const answerOf = (answer: Answer<unknown>) => rawAnswer(endpoint, answer, call.access);
    if (endpoint.kind === "read") {
      const answer = await endpoint.handle(call);
      const record = () => recordReading(answer, call);
      if (isExport(answer)) {
        await record();
        return toResponse(answerOf(answer));
      }
      const tag = endpoint.method === "get" ? c.req.header("if-none-match") : undefined;
      return answerIfChanged(answerOf(answer), tag, record);
    }
    const asked = {
      request: c.req.raw,
      requestId: call.request.id,
      isVersioned: endpoint.versioned === true,
      body: await c.req.arrayBuffer(),
      access: call.access,
      dependencies,
      keepAlive: (work: Promise<unknown>) => c.executionCtx.waitUntil(work),
    };
    return performChange(asked, () => endpoint.handle(call), answerOf);
  });
}

function readCall(c: Context<AppEnv>, endpoint: Endpoint, dependencies: AdminDependencies) {
  // What was validated is what this endpoint's own schemas read.
  const valid = (target: string): never => c.req.valid(target as never);
  const call: Call<never, never, never> = {
    params: valid("param"),
    query: valid("query"),
    body: valid("json"),
    access: c.get("access"),
    dependencies,
    expectedVersion:
      endpoint.kind === "change" && endpoint.versioned === true
        ? readIfMatch(c.req.header("if-match"))
        : null,
    request: {
      id: c.get("requestId"),
      origin: new URL(c.req.url).origin,
      address: addressOf(c.req.raw.headers),
    },
  };
  return call;
}

/** Whoever exports the same once more has one more file, which the log must tell: it has no tag to be asked for by. */
const isExport = ({ audit = [] }: Answer<unknown>) => audit.some(({ subject }) => subject.kind === "export");

/** Only what the document names leaves the house, whatever a row holds besides; what it says to do is the caller's to do. */
const rawAnswer = (
  endpoint: Endpoint,
  { body, status, version, headers = {} }: Answer<unknown>,
  access: Access,
): RawAnswer => ({
  status: status ?? (endpoint.kind === "change" ? endpoint.status : undefined) ?? 200,
  headers: { ...headers, ...(version === undefined ? {} : { etag: etagOf(version) }) },
  body: jsonForCaller((endpoint.answer as z.ZodType).parse(body), access),
});
