import { z } from "@hono/zod-openapi";
import { isRegion } from "@leadrelay/core/phone/is-region";

const wrongRegion = "should be a region of ISO 3166, such as IN or GB";

/** Where phone numbers are from, in upper case. */
export const phoneRegion = z
  .string()
  .max(10, { error: wrongRegion, abort: true })
  .trim()
  .toUpperCase()
  .refine(isRegion, wrongRegion);
