import { randomInt } from "node:crypto";
import { createServer } from "node:net";

/** Below the range that outgoing connections take theirs from: such a port could be gone before it is listened on. */
const lowest = 15_000;
const highest = 30_000;

/** Different ports that nobody listens on just now. */
export async function freePorts(count: number): Promise<number[]> {
  const found = new Set<number>();
  while (found.size < count) {
    const port = randomInt(lowest, highest);
    if (await isFree(port)) found.add(port);
  }
  return [...found];
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once("error", () => resolve(false));
    server.listen({ port, host: "127.0.0.1", exclusive: true }, () => server.close(() => resolve(true)));
  });
}
