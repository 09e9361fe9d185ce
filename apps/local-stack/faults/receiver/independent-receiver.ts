import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { Send } from "../evidence/evidence.ts";

/** What a receiver does with a request that it has read. */
export interface Answer {
  /** 200 without it. */
  status?: number;
  body?: string;
  headers?: Record<string, string>;
  afterMs?: number;
  /** `never` answers · `reset` ends the connection · `drip` sends its body a byte a time · `endless` sends it without end. */
  manner?: "never" | "reset" | "drip" | "endless";
}

/** Nobody's but ours: it keeps every request it was sent, whatever becomes of the stack. */
export interface IndependentReceiver {
  url(path: string): string;
  /** In the order they came. */
  readonly sends: readonly Send[];
  /** From now on; `nth` counts the requests of one delivery from 1. */
  answers(how: (send: Send, nth: number) => Answer): void;
  stop(): Promise<void>;
}

export async function startIndependentReceiver(): Promise<IndependentReceiver> {
  const sends: Send[] = [];
  const times = new Map<string, number>();
  let how: (send: Send, nth: number) => Answer = () => ({});
  const server = createServer((request, response) => {
    let text = "";
    request.setEncoding("utf8").on("data", (chunk: string) => (text += chunk));
    request.on("error", () => undefined);
    request.on("end", () => {
      const send = readSend(request.url ?? "/", text);
      sends.push(send);
      const nth = (times.get(send.deliveryId) ?? 0) + 1;
      times.set(send.deliveryId, nth);
      const answer = how(send, nth);
      setTimeout(() => give(answer, send, response), answer.afterMs ?? 0);
    });
  });
  server.keepAliveTimeout = 60_000;
  await new Promise<void>((listening) =>
    server.listen({ port: 0, host: "127.0.0.1", backlog: 1024 }, listening),
  );
  const { port } = server.address() as AddressInfo;
  return {
    url: (path) => `http://127.0.0.1:${port}${path}`,
    sends,
    answers: (next) => void (how = next),
    stop: async () => {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    },
  };
}

function readSend(path: string, text: string): Send {
  const textOf = (field: string) => new RegExp(`"${field}":\\s*"([^"]*)"`).exec(text)?.[1] ?? "";
  return {
    at: Date.now(),
    path,
    submissionId: textOf("lead_submission_public_id"),
    deliveryId: textOf("make_send_public_id"),
    email: textOf("email"),
    status: null,
  };
}

/** Whoever it was for may be gone: a receiver has taken what it has answered, whether anybody heard or not. */
function give(
  { status = 200, body = "Accepted", headers, manner }: Answer,
  send: Send,
  response: ServerResponse,
) {
  if (manner === "never") return;
  if (manner === "reset") return response.destroy();
  send.status = status;
  response.writeHead(status, { "content-type": "text/plain", ...headers });
  if (manner === undefined) return response.end(body);
  const [chunk, everyMs] = manner === "drip" ? ["x", 200] : ["x".repeat(65_536), 5];
  const writing = setInterval(() => response.write(chunk), everyMs);
  response.on("close", () => clearInterval(writing));
}
