import { createHash, createHmac, randomBytes } from "node:crypto";
import { request } from "node:http";

/** A request as its bytes are: nothing parsed, joined or written anew on the way. */
export interface WireRequest {
  method: string;
  /** Path and query. */
  target: string;
  body: string;
  /** In chunks, and so of a length nobody announced. */
  chunked?: boolean;
  /** Sent beside the four headers; a pair each. */
  more?: readonly (readonly [string, string])[];
}

/** Signs one request and sends another (the same, as a rule). Answers the status, and the problem's name. */
export async function signAndSend(
  baseUrl: string,
  key: { id: string; secret: string },
  signed: WireRequest,
  sent: WireRequest = signed,
): Promise<string> {
  const [timestamp, nonce] = [String(Math.floor(Date.now() / 1000)), randomBytes(16).toString("hex")];
  const hash = createHash("sha256").update(signed.body).digest("hex");
  const text = ["v1", signed.method, signed.target, timestamp, nonce, hash].join("\n");
  const pairs: [string, string][] = [
    ["Host", new URL(baseUrl).host],
    ["X-LeadRelay-Key", key.id],
    ["X-LeadRelay-Timestamp", timestamp],
    ["X-LeadRelay-Nonce", nonce],
    ["X-LeadRelay-Signature", `v1=${createHmac("sha256", key.secret).update(text).digest("hex")}`],
  ];
  return exchange(baseUrl, sent, pairs);
}

function exchange(
  baseUrl: string,
  { method, target, body, chunked = false, more = [] }: WireRequest,
  pairs: readonly (readonly [string, string])[],
): Promise<string> {
  const length = ["Content-Length", String(Buffer.byteLength(body))] as const;
  const framing = chunked ? (["Transfer-Encoding", "chunked"] as const) : length;
  const typed = [framing, ["Content-Type", "application/json"]] as const;
  const headers = [...pairs, ...more, ...(body === "" ? [] : typed)].flat();
  return new Promise((resolve, reject) => {
    const { hostname, port } = new URL(baseUrl);
    const asked = request({ hostname, port, method, path: target, headers }, (response) => {
      let text = "";
      response.setEncoding("utf8").on("data", (part: string) => (text += part));
      response.on("end", () => {
        const { type = "" } = (text === "" ? {} : JSON.parse(text)) as { type?: string };
        resolve([response.statusCode, type.split("/").at(-1)].filter(Boolean).join(" "));
      });
    });
    asked.on("error", reject);
    asked.end(body);
  });
}
