import { asFromEdge } from "./client-request.ts";
import { answerControl } from "./controls.ts";
import { withFaults } from "./faults.ts";
import { createInHand } from "./in-hand.ts";
import type { LocalEnv } from "./local-env.ts";
import { stopHeaders } from "./stop-headers.ts";
import { tellStack } from "./tell-stack.ts";
import { workerEnv, type Bindings } from "./worker-env.ts";

type Wrapped = ExportedHandler<Bindings>;

let ready = false;
const inHand = createInHand((ms) => scheduler.wait(ms));

/** Longer than a stop takes: what comes back sooner would only be put off again. */
const putOffSeconds = 60;

/** Plays, around a Worker that knows nothing of it, what Cloudflare's edge adds; in tests also what can go wrong. */
export function wrapWorker(worker: Wrapped): ExportedHandler<LocalEnv> {
  return {
    async fetch(request, env, context) {
      if (request.headers.get(stopHeaders.key) === env.LOCAL_STOP_KEY)
        return Response.json({
          left: await inHand.close(Number(request.headers.get(stopHeaders.patienceMs))),
        });
      if (inHand.isClosed()) return notNow(request, "stopping");
      ready ||= (await env.LOCAL_STACK.fetch("http://local-stack/ready")).ok;
      if (!ready) return notNow(request, "starting");
      if (env.LOCAL_FAULTS === "true") {
        const answer = await answerControl(request, { env, runSweep: () => sweep(sweepNow(), env, context) });
        if (answer !== null) return answer;
      }
      const { fetch } = worker;
      if (fetch === undefined) throw new Error("This Worker has no fetch handler");
      return inHand.hold(async () => {
        const answer = await fetch(
          asFromEdge(request) as Parameters<typeof fetch>[0],
          workerEnv(env),
          context,
        );
        // Counted where the journal takes nothing; see `createStackFacts`.
        if (answer.status === 503 && request.method === "POST" && env["DB"] === undefined)
          await tellStack(env, "/refused");
        return answer;
      });
    },
    queue: async (batch, env, context) => {
      // The journal and the database have it: the next start takes it up.
      if (inHand.isClosed()) batch.retryAll({ delaySeconds: putOffSeconds });
      else await inHand.hold(() => handle(batch, env, context));
    },
    scheduled: async (controller, env, context) => {
      if (!inHand.isClosed()) await inHand.hold(() => sweep(controller, env, context));
    },
  };

  async function handle(batch: MessageBatch, env: LocalEnv, context: ExecutionContext) {
    await played(env, batch.queue, async () => worker.queue?.(batch, workerEnv(env), context));
  }

  async function sweep(controller: ScheduledController, env: LocalEnv, context: ExecutionContext) {
    await played(env, "cron", async () => worker.scheduled?.(controller, workerEnv(env), context));
  }
}

/** In tests a handler may die, or be called twice, as on the platform. */
const played = (env: LocalEnv, what: string, act: () => Promise<void>) =>
  env.LOCAL_FAULTS === "true" ? withFaults("HANDLER", what, "The handler died", act) : act();

const sweepNow = (): ScheduledController => ({ scheduledTime: Date.now(), cron: "* * * * *", noRetry() {} });

async function notNow(request: Request, what: "starting" | "stopping"): Promise<Response> {
  await request.body?.cancel();
  return new Response(`LeadRelay is ${what}; try again in a moment.\n`, {
    status: 503,
    headers: { "retry-after": "1" },
  });
}
