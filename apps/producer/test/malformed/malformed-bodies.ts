import { formBodies } from "./form-bodies.ts";
import { jsonBodies } from "./json-bodies.ts";
import type { MalformedBody } from "./malformed-body.ts";
import { multipartBodies } from "./multipart-bodies.ts";
import { untypedBodies } from "./untyped-bodies.ts";

/** Bodies that are no submission: each is answered with a 4xx that says why. */
export const malformedBodies: readonly MalformedBody[] = [
  ...jsonBodies,
  ...formBodies,
  ...multipartBodies,
  ...untypedBodies,
];
