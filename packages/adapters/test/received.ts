import type { ReceivedResponse } from "../src/adapter.ts";

/** What a receiver answered. */
export const received = (
  status: number,
  body = "",
  headers: Record<string, string> = {},
): ReceivedResponse => ({ status, body, headers: new Headers(headers), receivedAt: 1_700_000_000_000 });
