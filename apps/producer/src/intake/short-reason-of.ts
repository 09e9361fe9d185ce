import { reasonOf } from "@leadrelay/contracts/reason-of";

/** A binding's own words, at most 200 characters of them; they hold no field of the submission. */
export const shortReasonOf = (error: unknown): string => reasonOf(error).slice(0, 200);
