import * as fc from "fast-check";
import { expect, it } from "vitest";
import { queueBatches } from "./send-in-batches.ts";

it("keeps every batch within the queue's limits, in order, losing none", () => {
  const bodies = fc.array(
    fc.record({ id: fc.nat(), text: fc.string({ maxLength: 20 }), repeat: fc.nat(9000) }),
    {
      maxLength: 300,
    },
  );
  fc.assert(
    fc.property(bodies, (given) => {
      const requests = given.map(({ id, text, repeat }) => ({ body: { id, text: text.repeat(repeat) } }));
      const batches = queueBatches(requests);
      expect(batches.flat()).toEqual(requests);
      for (const batch of batches) {
        const bytes = new TextEncoder().encode(batch.map(({ body }) => JSON.stringify(body)).join("")).length;
        expect(batch.length).toBeLessThanOrEqual(100);
        expect(batch.length === 1 || bytes <= 200_000).toBe(true);
      }
    }),
    { numRuns: 30 },
  );
});
