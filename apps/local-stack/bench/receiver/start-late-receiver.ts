import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { performance } from "node:perf_hooks";

/** A receiver that takes its time to answer. */
export interface LateReceiver {
  /** A hook that answers so long after it was asked. */
  hook(answersAfterMs: number): string;
  /** When each submission first arrived (`performance.now()`), by its id. */
  arrivedAt: ReadonlyMap<string, number>;
  stop(): Promise<void>;
}

const submissionPattern = /"lead_submission_public_id":"([^"]*)"/;

export async function startLateReceiver(): Promise<LateReceiver> {
  const arrivedAt = new Map<string, number>();
  const server = createServer((request, response) => {
    let text = "";
    request.setEncoding("utf8");
    request.on("data", (chunk: string) => (text += chunk));
    request.on("end", () => {
      const id = submissionPattern.exec(text)?.[1] ?? "";
      if (!arrivedAt.has(id)) arrivedAt.set(id, performance.now());
      setTimeout(
        () => {
          response.writeHead(200, { "content-type": "text/plain", "content-length": 8 });
          response.end("Accepted");
        },
        Number(request.url?.split("/").at(-1)),
      );
    });
  });
  server.keepAliveTimeout = 60_000;
  await new Promise<void>((resolve) => {
    server.listen({ port: 0, host: "127.0.0.1", backlog: 1024 }, resolve);
  });
  const { port } = server.address() as AddressInfo;
  return {
    hook: (answersAfterMs) => `http://127.0.0.1:${port}/answers-after/${answersAfterMs}`,
    arrivedAt,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
