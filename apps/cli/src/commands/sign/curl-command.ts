import { quoted } from "../../text/shell-words.ts";

interface SignedRequest {
  method: string;
  url: string;
  headers: Readonly<Record<string, string>>;
  body: string | null;
}

/** The request as a command for a POSIX shell, which curl sends byte for byte as it was signed. */
export function curlCommand({ method, url, headers, body }: SignedRequest): string {
  const parts = [
    `curl -sS --globoff --path-as-is -X ${method} ${quoted(url)}`,
    ...Object.entries(headers).map(([name, value]) => `-H ${quoted(`${name}: ${value}`)}`),
    ...(body === null ? [] : [`--data-raw ${quoted(body)}`]),
  ];
  return `${parts.join(" \\\n  ")}\n`;
}
