import { z } from "@hono/zod-openapi";
import { roles } from "@leadrelay/contracts/roles";
import { brandsOfGranted } from "@leadrelay/db/agencies/brands";
import { runOne } from "@leadrelay/db/run-batch";
import { keyPermissions } from "../access/role-permissions.ts";
import { permissions } from "../access/permissions.ts";
import { lookFields, toLook } from "../brands/brand-schema.ts";
import { readEndpoint } from "../endpoint/endpoint.ts";

const grantSchema = z.object({
  agency_id: z.string(),
  role: z
    .enum(roles)
    .nullable()
    .openapi({ description: "null for an access key, which has permissions of its own." }),
  permissions: z.array(z.enum(permissions)),
  client_ids: z.array(z.string()),
});

/** The agencies of one's grants: with a client's role one is told what its agency is called, and no more of it. */
const agencyOfYours = z.object({ id: z.string(), ...lookFields });

const youSchema = z
  .object({
    kind: z.enum(["operator", "key"]),
    id: z.string(),
    name: z.string().openapi({ description: "Your e-mail address, or the key's name." }),
    grants: z.array(grantSchema),
    agencies: z
      .array(agencyOfYours)
      .openapi({ description: "Whose grants they are, and what it looks like." }),
    grantable_permissions: z
      .array(z.enum(permissions))
      .openapi({ description: "What an access key may be given." }),
    intake_url: z.string().nullable().openapi({
      description:
        "Where forms post to: the origin before `/f/{form_key}`. null: the installation does not say.",
      example: "https://leads.example.com",
    }),
    form_defaults: z
      .object({
        duplicate_window_minutes: z.number(),
        reengage_hours: z.number(),
        identity_guard: z.boolean(),
      })
      .openapi({ description: "What counts where a form leaves a policy to the installation." }),
  })
  .openapi("You");

export const whoAmI = readEndpoint({
  path: "/api/me",
  operationId: "whoAmI",
  tag: "You",
  summary: "Who you are, and what you may do where",
  access: "signed-in",
  answer: youSchema,
  async handle({ access: { caller, scope }, dependencies: { control, intakeUrl, formDefaults } }) {
    if (caller === undefined) throw new Error("requireAccess lets nobody through");
    const grants = caller.grants.map((grant) => ({
      agency_id: grant.agencyId,
      role: grant.role,
      permissions: permissions.filter(
        (permission) =>
          grant.permissions.has(permission) && (permission !== "installation:manage" || grant.ofInstallation),
      ),
      client_ids: grant.clients.map(({ id }) => id),
    }));
    const agencyIds = [...new Set(grants.map(({ agency_id }) => agency_id))];
    const brands = await runOne(control, brandsOfGranted(scope, agencyIds));
    const agencies = brands.map((brand) => ({ id: brand.id, ...toLook(brand) }));
    const grantable_permissions = [...keyPermissions];
    const form_defaults = {
      duplicate_window_minutes: formDefaults.duplicateWindowMinutes,
      reengage_hours: formDefaults.reengageHours,
      identity_guard: formDefaults.identityGuard,
    };
    return {
      body: {
        ...caller.actor,
        grants,
        agencies,
        grantable_permissions,
        intake_url: intakeUrl,
        form_defaults,
      },
    };
  },
});
