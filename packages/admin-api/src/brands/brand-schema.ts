import { z } from "@hono/zod-openapi";
import type { Brand } from "@leadrelay/db/agencies/brands";

/** Of a look, wherever it is told. */
export const lookFields = {
  name: z.string(),
  hue: z.int().nullable().openapi({
    description:
      "Of its colour, in degrees: lightness and strength are LeadRelay's, so that it can be read in light and dark. null: LeadRelay's own.",
    example: 145,
  }),
  logo_url: z.string().nullable().openapi({
    description: "Where its logo is on this server, for everybody who has the address; null: it has none.",
    example: "/logos/9b2e4c8f",
  }),
};

export const logoUrl = (logoId: string | null): string | null =>
  logoId === null ? null : `/logos/${logoId}`;

/** A look as it is shown. */
export const toLook = ({ name, hue, logo_id }: Omit<Brand, "id">) => ({
  name,
  hue,
  logo_url: logoUrl(logo_id),
});
