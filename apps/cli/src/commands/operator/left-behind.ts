import type { components } from "@leadrelay/client/schema.gen";

/** What the server says of what somebody made whose roles changed. */
interface LeftBehind {
  revoked_invitations: number;
  access_keys: components["schemas"]["AccessKey"][];
}

/** What became of it, and what is left to do; '' where there was nothing. */
export function leftBehind({ revoked_invitations: invitations, access_keys: keys }: LeftBehind): string {
  const revoked = invitations === 0 ? [] : [`Open invitations of theirs that ended with it: ${invitations}.`];
  const good =
    keys.length === 0
      ? []
      : [
          "Access keys they made are good still, and they may know the secrets:",
          ...keys.map(({ id, name, client_id, agency_id }) => `  ${id}  ${name} (${client_id ?? agency_id})`),
          "End each with `leadrelay key revoke <id>`, or give it another secret with `leadrelay key rotate <id> --overlap <time>`.",
        ];
  return [...revoked, ...good].map((line) => `${line}\n`).join("");
}
