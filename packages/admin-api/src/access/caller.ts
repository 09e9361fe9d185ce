import type { Role } from "@leadrelay/contracts/roles";
import type { Permission } from "./permissions.ts";

/** Who asks, as the audit log names them. */
export interface Actor {
  kind: "operator" | "key";
  id: string;
  /** An operator's e-mail address, a key's name. */
  name: string;
}

/** One membership of an operator, or all that a key may do. */
export interface Grant {
  agencyId: string;
  /** Its agency runs this installation. */
  ofInstallation: boolean;
  /** It reaches every client of the agency, those to come too. */
  agencyWide: boolean;
  /** null for a key, whose permissions are its own. */
  role: Role | null;
  permissions: ReadonlySet<Permission>;
  clients: readonly { id: string; database: string }[];
}

export interface Caller {
  actor: Actor;
  grants: readonly Grant[];
}
