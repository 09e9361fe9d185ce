import type { OperatorScope } from "@leadrelay/db/scope";
import type { AdminDependencies } from "../dependencies.ts";

/** Whose letters lie where; null stands for letters without a client, which may be in any database. */
export interface LetterPart {
  client_id: string | null;
  database: string;
}

/** Where the letters of a scope lie. */
export const letterParts = (
  { clients, isInstallation }: OperatorScope,
  { leadDatabaseNames }: Pick<AdminDependencies, "leadDatabaseNames">,
): LetterPart[] => [
  ...clients.map(({ id, database }) => ({ client_id: id, database })),
  ...(isInstallation ? leadDatabaseNames.map((database) => ({ client_id: null, database })) : []),
];
