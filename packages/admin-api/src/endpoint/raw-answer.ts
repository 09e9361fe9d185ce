/** An answer as it goes out, and as it is kept for a repeated request. */
export interface RawAnswer {
  status: number;
  headers: Record<string, string>;
  /** JSON. */
  body: string;
}

export const toResponse = ({ status, headers, body }: RawAnswer, more: Record<string, string> = {}) =>
  new Response(body, {
    status,
    headers: { "content-type": "application/json; charset=utf-8", ...headers, ...more },
  });
