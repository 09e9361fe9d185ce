import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { buffer } from "node:stream/consumers";
import { checkSignature } from "@leadrelay/signing/request-signature/check-signature";
import { readSignatureHeaders } from "@leadrelay/signing/request-signature/read-signature-headers";

/** A request that came over the wire: its first line, its body, and what our code says of its signature. */
export interface JudgedRequest {
  line: string;
  body: string;
  verdict: string;
}

export interface JudgingServer {
  /** `http://127.0.0.1:{port}` */
  baseUrl: string;
  /** What came since the last call, in order. */
  take: () => JudgedRequest[];
  close: () => void;
}

/** A server that knows one access key and writes down whether each request is signed by it. */
export async function startJudgingServer(keyId: string, secret: string): Promise<JudgingServer> {
  let judged: JudgedRequest[] = [];
  const server = createServer((request, response) => {
    void judge(request, keyId, secret).then((each) => {
      judged.push(each);
      return response.end("{}\n");
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    take: () => {
      const taken = judged;
      judged = [];
      return taken;
    },
    close: () => server.close(),
  };
}

async function judge(request: IncomingMessage, keyId: string, secret: string): Promise<JudgedRequest> {
  const { method = "", url = "", rawHeaders } = request;
  const body = Uint8Array.from(await buffer(request));
  const headers = new Headers();
  for (let index = 0; index < rawHeaders.length; index += 2)
    headers.append(rawHeaders[index] ?? "", rawHeaders[index + 1] ?? "");
  const read = readSignatureHeaders(headers, Date.now());
  const verdict = async () => {
    if (!read.ok) return read.problem;
    if (read.keyId !== keyId) return "key_unknown";
    const received = { method, url: `http://127.0.0.1${url}`, body };
    return (await checkSignature(read, [secret], received)) ? "accepted" : "signature_mismatch";
  };
  return { line: `${method} ${url}`, body: new TextDecoder().decode(body), verdict: await verdict() };
}
