import { request } from "node:http";

/**
 * Posts bytes as they are, with these headers and no others, on a connection of its own. `fetch` will not do: it says of
 * every request that a script makes it, and is answered as one. Redirects are not followed.
 */
export function postRaw(
  url: string,
  body: string | Uint8Array,
  headers: Record<string, string> = {},
): Promise<Response> {
  const bytes = Buffer.from(body);
  return new Promise((resolve, reject) => {
    const options = { method: "POST", agent: false, headers: { "content-length": bytes.length, ...headers } };
    const sending = request(url, options, (answer) => {
      const chunks: Buffer[] = [];
      answer.on("data", (chunk: Buffer) => chunks.push(chunk));
      answer.on("error", reject);
      answer.on("end", () => {
        const answered = Object.entries(answer.headers).map(([name, value]): [string, string] => [
          name,
          String(value),
        ]);
        resolve(new Response(Buffer.concat(chunks), { status: answer.statusCode ?? 0, headers: answered }));
      });
    });
    sending.on("error", reject);
    sending.end(bytes);
  });
}
