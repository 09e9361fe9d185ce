import * as z from "zod/mini";
import type { SettingField } from "./setting-field.ts";

type Words = Pick<SettingField, "label" | "help">;

const longest = 2_000;

/** A text that must be there, of one line. */
export function text(
  given: Words & { example: string; most?: number; isSecret?: boolean },
): SettingField<z.ZodMiniString> {
  const most = given.most ?? 500;
  const wrong = `should be a text of 1 to ${most} characters on one line`;
  const schema = z
    .string(wrong)
    .check(z.trim(), z.minLength(1, wrong), z.maxLength(most, wrong), z.regex(/^[^\r\n\0]*$/, wrong));
  return { type: "text", isSecret: false, isOptional: false, ...given, schema };
}

/** A key or token as services hand it out: printable ASCII without blanks, so that it can stand in a header. */
export function secret(given: Words & { example: string; most?: number }): SettingField<z.ZodMiniString> {
  const schema = asciiOf(
    `should be at most ${given.most ?? 512} printable ASCII characters without spaces`,
    given.most ?? 512,
  );
  return { type: "text", isSecret: true, isOptional: false, ...given, schema };
}

const asciiOf = (wrong: string, most: number) =>
  z.string(wrong).check(z.regex(/^[\x21-\x7e]+$/, wrong), z.maxLength(most, wrong));

/** An address that is called. One that is a credential itself is secret; `hosts`, where given, are the only ones it may name, or ends of them behind a dot. */
export function url(
  given: Words & { example: string; isSecret: boolean; hosts?: readonly string[] },
): SettingField<z.ZodMiniString> {
  const { hosts, ...described } = given;
  const wrong = "should be an http(s) URL";
  const elsewhere = `should be an address at ${hosts?.join(" or ")}`;
  const schema = z
    .string(wrong)
    .check(z.maxLength(longest, `should be at most ${longest} characters long`))
    .check(
      z.refine((value) => /^https?:$/.test(URL.parse(value)?.protocol ?? ""), { error: wrong, abort: true }),
    )
    .check(z.refine((value) => hosts === undefined || isAt(value, hosts), elsewhere));
  return { type: "url", isOptional: false, ...described, schema };
}

const isAt = (value: string, hosts: readonly string[]) => {
  const host = URL.parse(value)?.hostname ?? "";
  return hosts.some((one) => host === one || host.endsWith(`.${one}`));
};

/** One of a few words. */
export function choice<const Choices extends readonly [string, ...string[]]>(
  given: Words & { choices: Choices; example: Choices[number] },
): SettingField<z.ZodMiniEnum<{ [Choice in Choices[number]]: Choice }>> {
  const schema = z.enum(given.choices, `should be one of ${given.choices.join(", ")}`);
  return { type: "choice", isSecret: false, isOptional: false, ...given, schema };
}

/** A whole number within bounds. */
export function number(
  given: Words & { example: number; least: number; most: number },
): SettingField<z.ZodMiniNumber> {
  const { least, most, ...described } = given;
  const wrong = `should be a whole number from ${least} to ${most}`;
  const schema = z.number(wrong).check(z.int(wrong), z.minimum(least, wrong), z.maximum(most, wrong));
  return { type: "number", isSecret: false, isOptional: false, ...described, schema };
}

/** Yes or no; absent is what is `usual`. */
export function onOff(given: Words & { usual: boolean }): SettingField<z.ZodMiniOptional<z.ZodMiniBoolean>> {
  const schema = z.optional(z.boolean("should be true or false"));
  return { type: "switch", example: given.usual, isSecret: false, isOptional: true, ...given, schema };
}

/** Texts, at most so many. */
export function list(
  given: Words & { example: readonly string[]; most: number; each?: z.ZodMiniType<string> },
): SettingField<z.ZodMiniArray<z.ZodMiniType<string>>> {
  const { most, each, ...described } = given;
  const wrong = `should be a list of 1 to ${most} texts`;
  const one =
    each ??
    z
      .string(wrong)
      .check(z.minLength(1, wrong), z.maxLength(200, "should hold texts of at most 200 characters"));
  const schema = z.array(one, wrong).check(z.minLength(1, wrong), z.maxLength(most, wrong));
  return { type: "list", isSecret: false, isOptional: false, ...described, schema };
}

/** The same setting where it may be left out, or `null`. */
export function optional<Schema extends z.ZodMiniType>({
  schema,
  ...field
}: SettingField<Schema>): SettingField<z.ZodMiniOptional<z.ZodMiniNullable<Schema>>> {
  return { ...field, isOptional: true, schema: z.nullish(schema) };
}
