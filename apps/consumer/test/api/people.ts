import type { Role } from "@leadrelay/contracts/roles";
import { env } from "cloudflare:test";
import { newTenant, type Tenant } from "../tenant.ts";

/** An agency of its own, with a client and somebody in each role, so that no test sees another's rows. */
export interface House extends Tenant {
  agencyId: string;
  owner: string;
  /** Works for the one client. */
  agent: string;
  admin: string;
  viewer: string;
}

export async function newHouse({ installation = false } = {}): Promise<House> {
  const tenant = await newTenant();
  const agencyId = `agc_${crypto.randomUUID()}`;
  await env.DB.batch([
    env.DB.prepare(
      "INSERT INTO agencies (id, name, is_installation, created_at) VALUES (?, 'Agency', ?, 0)",
    ).bind(agencyId, installation ? 1 : 0),
    env.DB.prepare("UPDATE clients SET agency_id = ? WHERE id = ?").bind(agencyId, tenant.clientId),
  ]);
  const [owner, agent, admin, viewer] = await Promise.all([
    newOperator(agencyId, "agency_owner"),
    newOperator(agencyId, "agency_operator", tenant.clientId),
    newOperator(agencyId, "client_admin", tenant.clientId),
    newOperator(agencyId, "client_viewer", tenant.clientId),
  ]);
  return { ...tenant, agencyId, owner, agent, admin, viewer };
}

/** The id of an operator with one membership. */
export async function newOperator(agencyId: string, role: Role, clientId = ""): Promise<string> {
  const id = `opr_${crypto.randomUUID()}`;
  await env.DB.batch([
    env.DB.prepare(
      "INSERT INTO operators (id, name, email, email_verified, created_at, updated_at) VALUES (?, 'Operator', ?, 0, '', '')",
    ).bind(id, emailOf(id)),
    env.DB.prepare(
      "INSERT INTO memberships (operator_id, agency_id, client_id, role, created_at) VALUES (?, ?, ?, ?, 0)",
    ).bind(id, agencyId, clientId, role),
  ]);
  return id;
}

/** What an operator of a test signs in with. */
export const emailOf = (operatorId: string) => `${operatorId}@example.com`;
