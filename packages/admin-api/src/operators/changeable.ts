import { isAgencyRole } from "@leadrelay/contracts/roles";
import type { Membership } from "@leadrelay/db/operators/list-memberships";
import type { OperatorScope } from "@leadrelay/db/scope";

/** Those roles that the caller may change: a client's admin none that the agency gave its own people. */
export const changeable = (
  memberships: readonly Membership[],
  { agencyIds }: OperatorScope,
): readonly Membership[] =>
  memberships.filter(({ agency_id, role }) => agencyIds.includes(agency_id) || !isAgencyRole(role));
