import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

/** How a path answers: so late, with this status. */
interface PathAnswer {
  afterMs: number;
  status: number;
}

/** A receiver whose paths answer differently, and the delivery ids that each was asked to take, in order. */
export interface PathReceiver {
  url: (path: string) => string;
  answer: (path: string, how: PathAnswer) => void;
  /** Ids of the deliveries that reached a path, repeats included. */
  reached: (path: string) => string[];
  /** Those of them it has answered. */
  answered: (path: string) => string[];
  stop: () => Promise<void>;
}

export async function startPathReceiver(): Promise<PathReceiver> {
  const answers = new Map<string, PathAnswer>();
  const lists = { reached: new Map<string, string[]>(), answered: new Map<string, string[]>() };
  const note = (list: Map<string, string[]>, path: string, id: string) =>
    void list.set(path, [...(list.get(path) ?? []), id]);
  const server = createServer((request, response) => {
    const path = request.url ?? "";
    let text = "";
    request.setEncoding("utf8").on("data", (chunk: string) => (text += chunk));
    request.on("end", () => {
      const { make_send_public_id: id } = JSON.parse(text) as { make_send_public_id: string };
      note(lists.reached, path, id);
      const { afterMs, status } = answers.get(path) ?? { afterMs: 0, status: 200 };
      setTimeout(() => {
        note(lists.answered, path, id);
        response.writeHead(status).end("Accepted");
      }, afterMs);
    });
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  const { port } = server.address() as AddressInfo;
  return {
    url: (path) => `http://127.0.0.1:${port}${path}`,
    answer: (path, how) => void answers.set(path, how),
    reached: (path) => [...(lists.reached.get(path) ?? [])],
    answered: (path) => [...(lists.answered.get(path) ?? [])],
    stop: async () => {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    },
  };
}
