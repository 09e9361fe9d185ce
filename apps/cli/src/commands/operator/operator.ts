import { group } from "../shared/group.ts";
import { acceptInvitation } from "./accept.ts";
import { listInvitations } from "./invitations.ts";
import { inviteOperator } from "./invite.ts";
import { listOperators } from "./list.ts";
import { removeOperator } from "./remove.ts";
import { resetPassword } from "./reset-password.ts";
import { setOperatorRole } from "./role.ts";
import { uninviteOperator } from "./uninvite.ts";

export const operator = group("operator", "who works with you", [
  listOperators,
  inviteOperator,
  listInvitations,
  uninviteOperator,
  acceptInvitation,
  setOperatorRole,
  removeOperator,
  resetPassword,
]);
