/** One body that is no submission, what it is answered, and a word of the reason given. */
export interface MalformedBody {
  name: string;
  status: 400 | 413 | 415 | 422;
  reason: RegExp;
  /** Made anew for each use: a stream is read once. */
  request: () => { headers: Record<string, string>; body: BodyInit | null };
}

type Content = string | Uint8Array<ArrayBuffer> | null | (() => ReadableStream);

export const malformed =
  (contentType: string | null, more: Record<string, string> = {}) =>
  (name: string, status: MalformedBody["status"], reason: RegExp, content: Content): MalformedBody => ({
    name,
    status,
    reason,
    request: () => ({
      headers: { ...(contentType === null ? {} : { "content-type": contentType }), ...more },
      body: typeof content === "function" ? content() : untyped(content),
    }),
  });

/** Bytes bring no Content-Type of their own, as text would. */
const untyped = (content: string | Uint8Array<ArrayBuffer> | null) =>
  typeof content === "string" ? new TextEncoder().encode(content) : content;

export const bytes = (...values: number[]) => Uint8Array.from(values);
export const latin1 = (text: string) => Uint8Array.from(text, (char) => char.charCodeAt(0));

export const many = (count: number, each: (index: number) => string, separator: string) =>
  Array.from({ length: count }, (_, index) => each(index)).join(separator);
