import { z } from "@hono/zod-openapi";
import { updateAgency, type Agency } from "@leadrelay/db/agencies/agencies";
import { replaceLogo } from "@leadrelay/db/agencies/logos";
import { markPagesStale } from "@leadrelay/db/publishing/mark-pages-stale";
import type { OperatorScope } from "@leadrelay/db/scope";
import type { Statement } from "@leadrelay/db/statement";
import { valuesBefore } from "../access/values-before.ts";
import { mostLogoBytes, readLogo } from "../brands/read-logo.ts";
import { changeEndpoint } from "../endpoint/endpoint.ts";
import { versionGuard } from "../endpoint/version-guard.ts";
import { newToken } from "../http/new-token.ts";
import { agencyAnswer } from "./agency-answer.ts";
import { agencyName, agencyParams, agencySchema } from "./agency-schema.ts";
import { readAgency } from "./read-agency.ts";

/** As base64 writes them, with room for a line break here and there. */
const longestLogo = mostLogoBytes * 2;

export const changeAgency = changeEndpoint({
  method: "patch",
  path: "/api/agencies/{agency_id}",
  operationId: "changeAgency",
  tag: "Agencies",
  summary: "Change an agency's name, and what it looks like",
  access: { permission: "agency:manage" },
  params: agencyParams,
  body: z.strictObject({
    name: agencyName.optional(),
    hue: z.int().min(0).max(359).nullable().optional().openapi({
      description:
        "Of its colour, in degrees; null: LeadRelay's own. Every hue can be read: how light it is stays LeadRelay's.",
      example: 145,
    }),
    logo: z
      .string()
      .max(longestLogo)
      .nullable()
      .optional()
      .openapi({
        description: `A PNG or WebP image that does not move, as base64, at most ${mostLogoBytes / 1024} KB and 1024 × 1024 pixels; null takes it away.`,
      }),
  }),
  versioned: true,
  answer: agencySchema,
  async handle({ params, body: { logo, ...body }, access: { scope }, dependencies, expectedVersion }) {
    const before = await readAgency(params.agency_id, scope, dependencies);
    const guard = versionGuard(scope, "agencies", before, expectedVersion, dependencies.now());
    const changed = { ...before, ...body, updated_at: guard.version };
    const { agency, statements } = withLogo(scope, changed, logo);
    return {
      control: [
        guard.statement,
        ...statements,
        updateAgency(scope, agency),
        markPagesStale(scope, agency.id),
      ],
      audit: [
        {
          agencyId: agency.id,
          clientId: null,
          action: "agency.changed",
          subject: { kind: "agency", id: agency.id },
          detail: {
            ...body,
            ...(logo === undefined ? {} : { logo: logo === null ? "removed" : "changed" }),
            ...valuesBefore({ ...before }, body),
          },
        },
      ],
      answer: { body: agencyAnswer(agency), version: agency.updated_at },
    };
  },
});

/** The agency with its logo changed, and the writes of that; undefined leaves it as it is. */
function withLogo(
  scope: OperatorScope,
  agency: Agency,
  logo: string | null | undefined,
): { agency: Agency; statements: readonly Statement<number>[] } {
  if (logo === undefined) return { agency, statements: [] };
  if (logo === null)
    return { agency: { ...agency, logo_id: null }, statements: replaceLogo(scope, agency.id, null) };
  const { mediaType, base64 } = readLogo(logo);
  const id = newToken();
  const row = { id, media_type: mediaType, image_base64: base64, created_at: agency.updated_at };
  return { agency: { ...agency, logo_id: id }, statements: replaceLogo(scope, agency.id, row) };
}
