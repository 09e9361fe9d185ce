import * as z from "zod/mini";
import { madeBatch } from "../meter/made-batch.ts";
import { newMeter, type Meter } from "../meter/meter.ts";
import { meteredDatabase } from "../meter/metered-database.ts";

type Bindings = Record<string, unknown>;
interface MeteredEnv extends Bindings {
  DB: D1Database;
  LEADS_QUEUE: Queue;
}

const feedSchema = z.object({ messages: z.array(z.unknown()) });
const handleSchema = z.object({ queue: z.string(), bodies: z.array(z.unknown()) });

/** What `POST /handle` answers: how the batch ended, what D1 was asked, and the wake-ups it would have queued. */
export interface Handled {
  acked: number;
  retried: number;
  meter: Meter;
  wakeups: unknown[];
}

/** D1 use by queue, of batches that came by queue. */
const meters = new Map<string, Meter>();
const envs = new Map<string, Bindings>();

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
      await worker.queue?.(batch, meteredEnv(env, batch.queue), context);
    },
    scheduled: (controller, env, context) => worker.scheduled?.(controller, env, context),
  };
}

/** One env per queue, because the consumer keeps its dependencies by env. */
function meteredEnv(env: MeteredEnv, queue: string): Bindings {
  const known = envs.get(queue);
  if (known !== undefined) return known;
  const meter = newMeter();
  const metered = { ...env, DB: meteredDatabase(env.DB, meter) };
  meters.set(queue, meter);
  envs.set(queue, metered);
  return metered;
}

async function feed(env: MeteredEnv, { messages }: z.output<typeof feedSchema>) {
  await env.LEADS_QUEUE.sendBatch(messages.map((body) => ({ body })));
  return { fed: messages.length };
}

async function handle(
  worker: ExportedHandler<Bindings>,
  env: MeteredEnv,
  context: ExecutionContext,
  { queue, bodies }: z.output<typeof handleSchema>,
): Promise<Handled> {
  const meter = newMeter();
  const wakeups: unknown[] = [];
  const DELIVERIES_QUEUE = {
    send: async (body: unknown) => void wakeups.push(body),
    sendBatch: async (requests: Iterable<MessageSendRequest>) =>
      void wakeups.push(...[...requests].map(({ body }) => body)),
  };
  const { batch, outcome } = madeBatch(queue, bodies);
  await worker.queue?.(batch, { ...env, DB: meteredDatabase(env.DB, meter), DELIVERIES_QUEUE }, context);
  return { ...outcome, meter, wakeups };
}

async function sweep(
  worker: ExportedHandler<Bindings>,
  env: MeteredEnv,
  context: ExecutionContext,
): Promise<Meter> {
  const meter = newMeter();
  const controller = { scheduledTime: Date.now(), cron: "* * * * *", noRetry() {} };
  await worker.scheduled?.(controller, { ...env, DB: meteredDatabase(env.DB, meter) }, context);
  return meter;
}
