import type { SourceRequest } from "../src/door.ts";

/** What a source posts, as its documentation shows it, and what becomes of that. */
export interface Sample {
  kind: string;
  /** What of it is different from the kind's other samples. */
  what: string;
  settings: Record<string, unknown>;
  /** The body as text, and as the value that the producer reads it as. */
  body: string;
  value: unknown;
  /** Signed, where it is, at `nowMs`. */
  headers: Readonly<Record<string, string>>;
  nowMs: number;
  /** Headers and bodies that nobody who is not it may be let in by; none where a private address is all there is. */
  forged: readonly {
    what: string;
    headers?: Readonly<Record<string, string>>;
    body?: string;
    value?: unknown;
  }[];
  /** Of its first lead. */
  key: string | null;
  fields: Record<string, unknown>;
  isTest?: boolean;
  /** What it is answered once its one lead is taken, to the byte; the submission's id is `sub-1`. */
  answer: { status: number; contentType: string; body: string };
}

export const requestOf = (
  { headers, body }: { headers: Readonly<Record<string, string>>; body: string },
  path = "/s/x",
): SourceRequest => ({
  method: "POST",
  url: `https://leads.example${path}`,
  headers: new Headers(headers),
  body: new TextEncoder().encode(body),
});

export const json = (value: unknown) => ({ body: JSON.stringify(value), value });
