import { env } from "cloudflare:test";
import { expect } from "vitest";
import { secretContact } from "./dead-delivery.ts";
import { newHouse, newOperator, type House } from "./people.ts";
import { houseKnows } from "./house-knows.ts";

interface Answer {
  status: number;
  body: unknown;
}

export interface FullHouse extends House {
  /** What an owner of this house would name, by the API's own names. */
  knows: Record<string, unknown>;
  /** Fails when an answer holds anything only this house's people may see. */
  expectNothingOf(answer: Answer): void;
  /** Fails when an answer holds the contact details of the house's lead. */
  expectNoContact(answer: Answer): void;
  /** Whether a request's body names something of this house. */
  isNamedIn(body: unknown): boolean;
  /** Another client of the same agency. */
  sister(): Promise<string>;
  /** An administrator of another client of the same agency. */
  adminOfSister(): Promise<string>;
  /** Every row of this house that a change could touch. */
  snapshot(): Promise<unknown>;
}

const tables = [
  "clients",
  "forms",
  "destinations",
  "sources",
  "routes",
  "access_keys",
  "blocked_ips",
  "allowed_ips",
  "deliveries",
  "dead_letters",
  "leads",
  "lead_activity",
] as const;

/** A house with one of everything the API knows. */
export async function fullHouse({ installation = false } = {}): Promise<FullHouse> {
  const house = await newHouse({ installation });
  const knows = await houseKnows(house);
  // Not the agency: people of its other clients know that.
  const ids = [house.clientId, house.formId, house.destinationId, house.owner, house.viewer];
  return {
    ...house,
    knows,
    expectNothingOf({ body }) {
      const text = JSON.stringify(body ?? null);
      for (const id of ids) expect(text).not.toContain(id);
    },
    expectNoContact({ body }) {
      const text = JSON.stringify(body ?? null);
      for (const contact of [...Object.values(secretContact), secretContact.phone.replaceAll(/\D/g, "")])
        expect(text).not.toContain(contact);
    },
    isNamedIn: (body) =>
      [house.clientId, house.agencyId, house.formId].some((id) => JSON.stringify(body ?? null).includes(id)),
    sister: () => newSister(house),
    adminOfSister: async () => newOperator(house.agencyId, "client_admin", await newSister(house)),
    async snapshot() {
      const found = await env.DB.batch(
        tables.map((table) =>
          env.DB.prepare(`SELECT * FROM ${table} WHERE ${table === "clients" ? "id" : "client_id"} = ?`).bind(
            house.clientId,
          ),
        ),
      );
      return found.map(({ results }) => results);
    },
  };
}

async function newSister({ agencyId }: House): Promise<string> {
  const id = `cli_${crypto.randomUUID()}`;
  await env.DB.prepare("INSERT INTO clients (id, agency_id, name, created_at) VALUES (?, ?, 'Sister', 0)")
    .bind(id, agencyId)
    .run();
  return id;
}
