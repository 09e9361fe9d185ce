// The contender's intake: a form is checked and queued in Redis, then answered.
import formbody from "@fastify/formbody";
import { Queue } from "bullmq";
import Fastify from "fastify";

const queue = new Queue("leads", {
  connection: { host: "127.0.0.1", port: Number(process.env.REDIS_PORT), maxRetriesPerRequest: null },
  defaultJobOptions: {
    attempts: 4,
    backoff: { type: "exponential", delay: 1_000 },
    removeOnComplete: 1_000,
    removeOnFail: false,
  },
});
await queue.waitUntilReady();

const body = {
  type: "object",
  required: ["name", "email"],
  properties: {
    name: { type: "string", minLength: 1, maxLength: 200 },
    email: { type: "string", format: "email" },
    phone: { type: "string", maxLength: 40 },
    project: { type: "string", maxLength: 200 },
  },
};

const app = Fastify();
await app.register(formbody);
app.post("/f/frm_demo", { schema: { body } }, async (request, reply) => {
  const email = request.body.email.trim().toLowerCase();
  await queue.add("lead", { ...request.body, id: crypto.randomUUID(), at: Date.now(), email });
  return reply.redirect("/thanks", 303);
});
await app.listen({ host: "127.0.0.1", port: Number(process.env.PORT) });
console.log("ready");
