/** The host's names for the request that stops a Worker, with how long it may end what it has in hand; no page knows the key. */
export const stopHeaders = { key: "x-local-stop-key", patienceMs: "x-local-stop-patience-ms" } as const;
