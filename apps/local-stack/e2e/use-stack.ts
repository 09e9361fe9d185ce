import { afterAll, beforeAll, beforeEach } from "vitest";
import { startStack, type TestStack } from "../harness/start-stack.ts";

/** One stack for all tests of a file, ended after them whatever happens; faults and receiver are clean before each. */
export function useStack(settings: Record<string, string> = {}): () => TestStack {
  let stack: TestStack | undefined;
  beforeAll(async () => {
    stack = await startStack(settings);
  });
  beforeEach(async () => {
    await Promise.all([
      stack?.receiver.clear(),
      stack?.producer.setFaults([]),
      stack?.consumer.setFaults([]),
    ]);
  });
  afterAll(() => stack?.dispose());
  return () => {
    if (stack === undefined) throw new Error("The stack is there from beforeAll on");
    return stack;
  };
}
