import { derivedId } from "../ids/derived-id.ts";

/** What makes a repeated request the same submission. */
export interface IdempotentRequest {
  formKey: string;
  /** '' for a request nobody signed. */
  accessKeyId: string;
  /** The `Idempotency-Key`, or a signed request's nonce. */
  key: string;
  /** The place of the submission in the request; 0 where a request holds one. */
  itemIndex: number;
  /** The parsed fields in the body's order. */
  entries: readonly (readonly [name: string, value: unknown])[];
  /** The body's text, where its fields do not say all of it: a number that none of ours holds, a name that stands there twice. */
  written?: string | undefined;
}

/** A UUIDv8: the same request gives the same id, the same key with another body another one, so no key swallows a lead. */
export const idempotentSubmissionId = (request: IdempotentRequest): string =>
  derivedId(
    "submission",
    request.formKey,
    request.accessKeyId,
    request.key,
    String(request.itemIndex),
    JSON.stringify(request.entries),
    ...(request.written === undefined ? [] : [request.written]),
  );

/** 1 to 255 visible ASCII characters. */
export const isIdempotencyKey = (key: string): boolean => /^[\x21-\x7e]{1,255}$/.test(key);
