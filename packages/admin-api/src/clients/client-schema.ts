import { z } from "@hono/zod-openapi";
import { isTimeZone } from "@leadrelay/contracts/time-zone";
import { phoneRegion } from "../phone/phone-region.ts";
import { publishedSchema } from "../publishing/published.ts";

export const clientSchema = z
  .object({
    id: z.string().openapi({ example: "cli_0199c0de-0000-7000-8000-000000000001" }),
    agency_id: z.string(),
    name: z.string(),
    stages: z.array(z.string()).openapi({ description: "The client's own pipeline, in order." }),
    time_zone: z.string().nullable().openapi({
      description: "Whose clocks its people go by, an IANA name; null: nobody said.",
      example: "Asia/Kolkata",
    }),
    phone_country: z.string().nullable().openapi({
      description:
        "Where phone numbers without a country code are from, for forms that name no region; null: where each visitor is.",
      example: "IN",
    }),
    test_strings: z.array(z.string()).nullable().openapi({
      description: "A submission that holds one of these is a test; null for those who see contacts masked.",
    }),
    suspicion_weights: z.record(z.string(), z.number()),
    direct_config: publishedSchema.openapi({
      description:
        "What its leads need while the database is away: destinations, address lists, test strings.",
    }),
    created_at: z.int().openapi({ description: "Milliseconds UTC." }),
    updated_at: z.int(),
    deleted_at: z.int().nullable(),
  })
  .openapi("Client");

export const clientParams = z.object({ client_id: z.string().min(1).max(100) });
export const clientName = z.string().trim().min(1).max(200);
export const clientTimeZone = z
  .string()
  .trim()
  .max(64)
  .refine(isTimeZone, "should be a time zone's IANA name, such as Asia/Kolkata")
  .nullable()
  .openapi({ description: "An IANA name; null: each reader's own.", example: "Asia/Kolkata" });
export const clientPhoneCountry = phoneRegion.nullable().openapi({
  description:
    "ISO 3166: where phone numbers without a country code are from, for forms that name no region; null: where each visitor is.",
  example: "IN",
});
