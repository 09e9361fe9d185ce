import { expect } from "vitest";
import { testApi } from "./admin-api.ts";
import type { House } from "./people.ts";
import { tokenOf } from "./token-of.ts";

const { call } = testApi();
/** What `accept` chooses. */
export const password = "correct horse battery";

/** An invitation to the house's client, as a viewer unless said otherwise. */
export const offer = (house: House, given: Record<string, unknown> = {}) => ({
  email: `${crypto.randomUUID()}@example.com`,
  agency_id: house.agencyId,
  role: "client_viewer",
  client_ids: [house.clientId],
  ...given,
});

/** An invitation that was made, and the token of its link. */
export async function invite(house: House, given: Record<string, unknown> = {}, as = house.owner) {
  const body = offer(house, given);
  const { status, body: made } = await call("POST", "/api/invitations", { as, body });
  expect(status, JSON.stringify(made)).toBe(201);
  const token = tokenOf(made.link);
  return { email: body.email, id: made.invitation.id as string, token };
}

/** Accepts an invitation as somebody new. */
export const accept = (token: string, given = {}) =>
  call("POST", "/api/invitations/accept", { body: { token, name: "Asha", password, ...given } });
