import type { OutgoingRequest } from "./adapter.ts";

/** A request with a JSON body, in our name. */
export const jsonRequest = (
  url: string,
  body: unknown,
  {
    method = "POST",
    headers = {},
  }: { method?: "POST" | "PUT" | "PATCH"; headers?: Record<string, string> } = {},
): OutgoingRequest => ({
  url,
  method,
  headers: { "content-type": "application/json", "user-agent": userAgent, ...headers },
  body: JSON.stringify(body),
});

export const userAgent = "LeadRelay/1.0";
