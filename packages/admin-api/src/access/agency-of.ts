import type { Access } from "./access.ts";

/** The agency a client belongs to, as the caller's own grants tell; null for what belongs to no client. */
export const agencyOf = ({ caller }: Access, clientId: string | null): string | null =>
  caller?.grants.find(({ clients }) => clients.some(({ id }) => id === clientId))?.agencyId ?? null;
