import { asFromEdge } from "./client-request.ts";
import { answerControl } from "./controls.ts";
import type { LocalEnv } from "./local-env.ts";
import { workerEnv, type Bindings } from "./worker-env.ts";

type Wrapped = ExportedHandler<Bindings>;

let ready = false;

/** Plays, around a Worker that knows nothing of it, what Cloudflare's edge adds; in tests also what can go wrong. */
export function wrapWorker(worker: Wrapped): ExportedHandler<LocalEnv> {
  return {
    async fetch(request, env, context) {
      ready ||= (await env.LOCAL_STACK.fetch("http://local-stack/ready")).ok;
      if (!ready) return notReady(request);
      if (env.LOCAL_FAULTS === "true") {
        const answer = await answerControl(request, { env, runSweep: () => sweep(worker, env, context) });
        if (answer !== null) return answer;
      }
      if (worker.fetch === undefined) throw new Error("This Worker has no fetch handler");
      return worker.fetch(asFromEdge(request) as Parameters<typeof worker.fetch>[0], workerEnv(env), context);
    },
    queue: (batch, env, context) => worker.queue?.(batch, workerEnv(env), context),
    scheduled: (controller, env, context) => worker.scheduled?.(controller, workerEnv(env), context),
  };

  async function sweep(target: Wrapped, env: LocalEnv, context: ExecutionContext) {
    const controller = { scheduledTime: Date.now(), cron: "* * * * *", noRetry() {} };
    await target.scheduled?.(controller, workerEnv(env), context);
  }
}

async function notReady(request: Request): Promise<Response> {
  await request.body?.cancel();
  return new Response("LeadRelay is starting; try again in a moment.\n", {
    status: 503,
    headers: { "retry-after": "1" },
  });
}
