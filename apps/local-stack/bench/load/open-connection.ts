import { connect } from "node:net";

/** One keep-alive HTTP connection that carries one request at a time. */
export interface Connection {
  /** Sends a whole request as it is; resolves with the response's status once its end is here. Rejects when the connection breaks. */
  send(request: Uint8Array): Promise<number>;
  close(): void;
}

/** Bare sockets instead of `fetch`: the load must not take the processor from what it loads. */
export async function openConnection(port: number): Promise<Connection> {
  const socket = connect({ port, host: "127.0.0.1", noDelay: true });
  let waiting: { resolve(status: number): void; reject(error: Error): void } | null = null;
  let received = "";
  socket.setEncoding("latin1");
  socket.on("data", (chunk: string) => {
    received += chunk;
    if (!isWhole(received)) return;
    const status = Number(received.slice(9, 12));
    received = "";
    waiting?.resolve(status);
  });
  const fail = (error: Error) => waiting?.reject(error);
  socket.on("error", fail);
  socket.on("close", () => fail(new Error("The connection was closed")));
  await new Promise<void>((resolve, reject) => {
    socket.once("connect", resolve);
    socket.once("error", reject);
  });
  return {
    send: (request) =>
      new Promise((resolve, reject) => {
        waiting = { resolve, reject };
        if (socket.destroyed) fail(new Error("The connection is closed"));
        else socket.write(request);
      }),
    close: () => socket.destroy(),
  };
}

const headersEnd = "\r\n\r\n";

/** Whether a response's text is complete: by its length, by its last chunk, or because its status has no body. */
export function isWhole(response: string): boolean {
  const end = response.indexOf(headersEnd);
  if (end === -1) return false;
  const head = response.slice(0, end);
  const length = /\r\ncontent-length: *(\d+)/i.exec(head)?.[1];
  if (length !== undefined) return response.length >= end + headersEnd.length + Number(length);
  return /\r\ntransfer-encoding: *chunked/i.test(head) ? response.endsWith("\r\n0\r\n\r\n") : true;
}
