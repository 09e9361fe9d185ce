import type { OperatorScope } from "@leadrelay/db/scope";
import type { Actor, Caller } from "./caller.ts";
import type { Permission } from "./permissions.ts";

/** Who may call an operation; every one says so. */
export type AccessRule = { permission: Permission } | "signed-in" | "everyone";

/** Nobody asks: only operations for everyone are answered. */
interface Nobody {
  kind: "nobody";
}

/** What an operation knows of its caller. */
export interface Access {
  actor: Actor | Nobody;
  /** The only way to a query: what the caller may touch with the permission the operation needs; nothing without one. */
  scope: OperatorScope;
  /** undefined when nobody is signed in. */
  caller: Caller | undefined;
}

export const noScope: OperatorScope = { kind: "operator", clients: [], agencyIds: [], isInstallation: false };
