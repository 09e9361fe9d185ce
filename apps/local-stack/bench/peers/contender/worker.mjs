// The contender's worker: stores each queued submission in PostgreSQL and posts a new lead to the receiver.
import { Worker } from "bullmq";
import pg from "pg";
import { prepare, store } from "./store.mjs";

const pool = new pg.Pool({
  host: "127.0.0.1",
  port: Number(process.env.POSTGRES_PORT),
  user: "postgres",
  database: "postgres",
});
await prepare(pool);

const worker = new Worker("leads", deliver, {
  connection: { host: "127.0.0.1", port: Number(process.env.REDIS_PORT), maxRetriesPerRequest: null },
  concurrency: 50,
});
worker.on("error", (error) => console.error(error.message));
await worker.waitUntilReady();
console.log("ready");

async function deliver({ data }) {
  const { id, isNew } = await store(pool, data);
  if (!isNew) return;
  const response = await fetch(process.env.RECEIVER, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ ...data, id }),
    signal: AbortSignal.timeout(10_000),
  });
  await response.arrayBuffer();
  if (!response.ok) throw new Error(`The receiver answered ${response.status}`);
}
