import * as z from "zod/mini";
import type { SettingField } from "./setting-field.ts";

type Words = Pick<SettingField, "label" | "help"> & { example: string };

/** What we set ourselves, what carries a request through the net, and what Standard Webhooks has for itself. */
const ours =
  /^(host|connection|content-.*|transfer-encoding|te|trailer|upgrade|expect|keep-alive|user-agent|cookie|proxy-.*|sec-.*|cf-.*|webhook-.*|accept-encoding)$/i;

/** A header's name as RFC 9110 writes it, of those that are free to be used. */
export function headerName(given: Words): SettingField<z.ZodMiniString> {
  const wrong = "should be a header's name: at most 64 letters, digits and dashes";
  const taken = "should be another header: this one has a meaning of its own";
  const schema = z.string(wrong).check(
    z.regex(/^[A-Za-z][A-Za-z0-9-]{0,63}$/, { error: wrong, abort: true }),
    z.refine((name) => !ours.test(name), taken),
  );
  return { type: "text", isSecret: false, isOptional: false, ...given, schema };
}

/** A header's value that lets us in: printable ASCII, blanks within it such as behind `Bearer`. */
export function headerValue(given: Words): SettingField<z.ZodMiniString> {
  const wrong = "should be 1 to 2000 printable ASCII characters, with no blank at either end";
  const schema = z
    .string(wrong)
    .check(z.regex(/^[\x21-\x7e]([\x20-\x7e]*[\x21-\x7e])?$/, wrong), z.maxLength(2_000, wrong));
  return { type: "text", isSecret: true, isOptional: false, ...given, schema };
}
