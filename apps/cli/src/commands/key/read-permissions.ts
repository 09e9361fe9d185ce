import { InvalidArgumentError } from "@commander-js/extra-typings";
import type { components } from "@leadrelay/client/schema.gen";
import { commaSeparated } from "../shared/comma-separated.ts";

type Permission = components["schemas"]["AccessKey"]["permissions"][number];

/** `leads:read,leads:write` as permissions. The server knows which there are, and which may be given. */
export function readPermissions(text: string): Permission[] {
  const permissions = commaSeparated(text);
  if (permissions.length === 0 || permissions.some((one) => !/^[a-z]+:[a-z]+$/.test(one)))
    throw new InvalidArgumentError(
      "Write them as leads:read,deliveries:replay; `leadrelay whoami` lists yours.",
    );
  return permissions as Permission[];
}
