import { z } from "@hono/zod-openapi";

/** The last answer that a list is narrowed to: one code, a class of them, or none. */
export const codeQuery = z
  .string()
  .regex(/^([1-5]\d\d|[1-5]xx|0)$/, "should be a code as 404, a class as 4xx, or 0 for no answer")
  .optional()
  .openapi({
    description: "Answered last with this code, or one of its class (`4xx`); `0`: tried, and no answer came.",
    example: "404",
  });

/** The first and the last code that `codeQuery` means. */
export function codesOf(code: string | undefined): { from: number; to: number } | undefined {
  if (code === undefined) return undefined;
  const from = Number(code.replace("xx", "00"));
  return { from, to: code.endsWith("xx") ? from + 99 : from };
}
