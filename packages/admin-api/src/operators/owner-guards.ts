import { requireOwner } from "@leadrelay/db/operators/write-memberships";
import type { OperatorScope } from "@leadrelay/db/scope";
import type { Statement } from "@leadrelay/db/statement";

/** Where roles of these agencies change: the guards that leave none of those the caller owns without an owner. */
export const ownerGuards = (agencyIds: readonly string[], scope: OperatorScope): Statement<number>[] =>
  agencyIds.filter((id) => scope.agencyIds.includes(id)).map((id) => requireOwner(scope, id));

/** What it means when one of them fails. */
export const withoutOwner = { unchanged: "An agency keeps an owner: make somebody else one first." };
