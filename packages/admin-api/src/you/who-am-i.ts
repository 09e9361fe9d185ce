import { z } from "@hono/zod-openapi";
import { roles } from "@leadrelay/contracts/roles";
import { keyPermissions } from "../access/role-permissions.ts";
import { permissions } from "../access/permissions.ts";
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

const youSchema = z
  .object({
    kind: z.enum(["operator", "key"]),
    id: z.string(),
    name: z.string().openapi({ description: "Your e-mail address, or the key's name." }),
    grants: z.array(grantSchema),
    grantable_permissions: z
      .array(z.enum(permissions))
      .openapi({ description: "What an access key may be given." }),
    intake_url: z.string().nullable().openapi({
      description:
        "Where forms post to: the origin before `/f/{form_key}`. null: the installation does not say.",
      example: "https://leads.example.com",
    }),
  })
  .openapi("You");

export const whoAmI = readEndpoint({
  path: "/api/me",
  operationId: "whoAmI",
  tag: "You",
  summary: "Who you are, and what you may do where",
  access: "signed-in",
  answer: youSchema,
  async handle({ access: { caller }, dependencies: { intakeUrl } }) {
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
    const grantable_permissions = [...keyPermissions];
    return { body: { ...caller.actor, grants, grantable_permissions, intake_url: intakeUrl } };
  },
});
