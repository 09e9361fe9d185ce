import { z } from "@hono/zod-openapi";

/** A person's details, as every answer that holds them names them. */
export const contactFields = {
  contact_name: z.string().nullable(),
  contact_email: z.string().nullable(),
  contact_phone: z.string().nullable().openapi({ example: "+91-9876543210" }),
  masked: z.boolean().openapi({ description: "You see the contact details masked." }),
};
