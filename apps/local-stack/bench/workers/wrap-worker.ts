import * as z from "zod/mini";
import { runInvocation, type SentMessage } from "../meter/invocation.ts";
import { madeBatch, type BatchOutcome } from "../meter/made-batch.ts";
import { newMeter, type Meter } from "../meter/meter.ts";
import { meteredEnv } from "../meter/metered-env.ts";

type Bindings = Record<string, unknown>;
interface MeteredEnv extends Bindings {
  LEADS_QUEUE: Queue;
}

const feedSchema = z.object({ messages: z.array(z.unknown()) });
const handleSchema = z.object({
  queue: z.string(),
  bodies: z.array(z.unknown()),
  tries: z.optional(z.array(z.int())),
  d1DelayMs: z.optional(z.number()),
});

/** What one invocation asked of D1, and what it would have queued. */
export interface Invoked {
  meter: Meter;
  sent: SentMessage[];
}

/** What `POST /handle` answers. */
export type Handled = Invoked & BatchOutcome;

/** D1 use by queue, of batches that came by queue. */
const meters = new Map<string, Meter>();

/** While closed a batch that came by queue waits, and behind it all others: local queues run one batch at a time. */
const gate = { isClosed: false };

/**
 * The consumer with its D1 use counted. `POST /feed` enqueues submissions, `POST /hold` and `POST /release` stop and start the queues, `POST /handle` hands a batch to the queue handler
 * without a queue, `POST /sweep` runs the cron once, `GET /meters` tells what batches of each queue cost, `DELETE /meters` starts over.
 */
export function wrapWorker(worker: ExportedHandler<Bindings>): ExportedHandler<MeteredEnv> {
  return {
    async fetch(request, env, context) {
      switch (`${request.method} ${new URL(request.url).pathname}`) {
        case "POST /feed":
          return Response.json(await feed(env, feedSchema.parse(await request.json())));
        case "POST /hold":
        case "POST /release":
          gate.isClosed = request.url.endsWith("hold");
          return Response.json(gate);
        case "POST /handle":
          return Response.json(await handle(worker, env, context, handleSchema.parse(await request.json())));
        case "POST /sweep":
          return Response.json(await sweep(worker, env, context));
        case "GET /meters":
          return Response.json(Object.fromEntries(meters));
        case "DELETE /meters":
          for (const meter of meters.values()) Object.assign(meter, newMeter());
          return Response.json({});
        default:
          return new Response(null, { status: 404 });
      }
    },
    async queue(batch, env, context) {
      while (gate.isClosed) await scheduler.wait(2);
      const meter = meters.get(batch.queue) ?? newMeter();
      meters.set(batch.queue, meter);
      const counted = { meter, sent: null, d1DelayMs: 0 };
      await runInvocation(counted, () => worker.queue?.(batch, meteredEnv(env), context));
    },
    scheduled: (controller, env, context) => worker.scheduled?.(controller, env, context),
  };
}

async function feed(env: MeteredEnv, { messages }: z.output<typeof feedSchema>) {
  await env.LEADS_QUEUE.sendBatch(messages.map((body) => ({ body })));
  return { fed: messages.length };
}

async function handle(
  worker: ExportedHandler<Bindings>,
  env: MeteredEnv,
  context: ExecutionContext,
  { queue, bodies, tries = [], d1DelayMs = 0 }: z.output<typeof handleSchema>,
): Promise<Handled> {
  const invoked: Invoked = { meter: newMeter(), sent: [] };
  const { batch, outcome } = madeBatch(queue, bodies, tries);
  await runInvocation({ ...invoked, d1DelayMs }, () => worker.queue?.(batch, meteredEnv(env), context));
  return { ...outcome, ...invoked };
}

async function sweep(
  worker: ExportedHandler<Bindings>,
  env: MeteredEnv,
  context: ExecutionContext,
): Promise<Invoked> {
  const invoked: Invoked = { meter: newMeter(), sent: [] };
  const controller = { scheduledTime: Date.now(), cron: "* * * * *", noRetry() {} };
  const scheduled = () => worker.scheduled?.(controller, meteredEnv(env), context);
  await runInvocation({ ...invoked, d1DelayMs: 0 }, scheduled);
  return invoked;
}
