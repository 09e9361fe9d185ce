/** A queue that keeps what it takes; `refuse` says what it throws for a send, if anything. */
export interface FakeQueue<Body> extends Queue<Body> {
  sent: Body[];
  calls: number;
}

/** Stands where the real queue would hand messages to a consumer behind the test's back. */
export function fakeQueue<Body>(refuse: (bodies: readonly Body[]) => boolean = () => false): FakeQueue<Body> {
  const take = async (bodies: readonly Body[]) => {
    queue.calls += 1;
    if (refuse(bodies)) throw new Error("Queue send failed: 15000");
    queue.sent.push(...bodies);
    return { metadata: { metrics: { backlogCount: 0, backlogBytes: 0 } } };
  };
  const queue: FakeQueue<Body> = {
    sent: [],
    calls: 0,
    send: (body) => take([body]),
    sendBatch: (messages) => take([...messages].map(({ body }) => body)),
    metrics: async () => ({ backlogCount: 0, backlogBytes: 0 }),
  };
  return queue;
}
