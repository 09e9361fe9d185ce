import type { LeadPayload } from "@leadrelay/contracts/lead-payload";
import { answerShape } from "@leadrelay/core/answer-shapes/answer-shape";
import { saysRefusal } from "@leadrelay/core/answer-shapes/says-refusal";
import { excerpt } from "../exchanges/excerpt.ts";
import { withoutContacts } from "../redact.ts";
import { withoutEchoes } from "./without-echoes.ts";

/** A 2xx that was taken for what it seems, though its kind read nothing of it. */
export interface UnreadAnswer {
  status: number;
  /** Without the destination's secrets. */
  body: string;
}

/** As its shape is noted. */
export interface ShapedAnswer {
  status: number;
  fingerprint: string;
  sample: string;
  isPlain: boolean;
}

const mostSampleBytes = 1_000;

/** An answer's shape; what greets the lead by name is none of it, unless the whole is known as it is. */
export function shapeUnread(
  { status, body }: UnreadAnswer,
  payload: LeadPayload,
  isKnown: (fingerprint: string) => boolean,
): ShapedAnswer {
  const own = answerShape(body);
  if (isKnown(own.fingerprint)) return { status, fingerprint: own.fingerprint, isPlain: true, sample: "" };
  const clean = withoutEchoes(body, payload);
  const shape = clean === body ? own : answerShape(clean);
  return {
    status,
    fingerprint: shape.fingerprint,
    isPlain: saysRefusal(shape.said) === undefined,
    sample: excerpt(withoutContacts(clean), mostSampleBytes).text,
  };
}
