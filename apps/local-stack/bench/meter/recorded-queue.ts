import { currentInvocation } from "./invocation.ts";

/** The same queue; what an invocation whose messages are kept would queue is kept. */
export function recordedQueue(binding: string, queue: Queue): Queue {
  const keep = (requests: Iterable<MessageSendRequest>, send: () => Promise<unknown>) => {
    const { sent } = currentInvocation();
    if (sent === null) return send();
    for (const { body, delaySeconds = 0 } of requests) sent.push({ binding, body, delaySeconds });
    return Promise.resolve();
  };
  return new Proxy(queue, {
    get(target, key) {
      if (key === "send")
        return (body: unknown, options?: QueueSendOptions) =>
          keep([{ body, ...options }], () => target.send(body, options));
      if (key === "sendBatch")
        return (requests: Iterable<MessageSendRequest>, options?: QueueSendBatchOptions) =>
          keep(requests, () => target.sendBatch(requests, options));
      const value = Reflect.get(target, key) as unknown;
      return typeof value === "function" ? value.bind(target) : value;
    },
  });
}
