import type { Schemas } from "../api.ts";
import { useClients } from "../shell/use-clients.ts";
import { useYou } from "../shell/use-you.ts";
import { people } from "../texts/people.ts";
import { CheckList } from "../ui/check-list.tsx";
import { RadioList } from "../ui/radio-list.tsx";
import { grantableClients, grantableRoles } from "./grantable.ts";

/** A role and the clients it is for. */
export interface ChosenRole {
  role: Schemas["Membership"]["role"];
  clientIds: string[];
}

/** Whether a role is said whole: all but an owner's names its clients. */
export const isWhole = ({ role, clientIds }: ChosenRole): boolean =>
  role === "agency_owner" || clientIds.length > 0;

/** As the API takes it. */
export const roleBody = (agency_id: string, { role, clientIds }: ChosenRole) => ({
  agency_id,
  role,
  client_ids: role === "agency_owner" ? [] : clientIds,
});

/** What somebody is to be, in words, and for whom. */
export function RoleFields({
  agencyId,
  chosen,
  onChange,
}: {
  agencyId: string;
  chosen: ChosenRole;
  onChange: (chosen: ChosenRole) => void;
}) {
  const you = useYou();
  const { clients } = useClients();
  const own = new Set(grantableClients(you, agencyId));
  return (
    <>
      <RadioList
        legend={people.inviting.role}
        words={grantableRoles(you, agencyId).map((role) => [role, people.roles[role], people.meanings[role]])}
        value={chosen.role}
        onChange={(role) => onChange({ ...chosen, role })}
      />
      {chosen.role === "agency_owner" ? null : (
        <CheckList
          legend={people.inviting.clients}
          words={clients
            .filter(({ id, deleted_at }) => own.has(id) && deleted_at === null)
            .map(({ id, name }) => [id, name])}
          chosen={chosen.clientIds}
          onChange={(clientIds) => onChange({ ...chosen, clientIds })}
        />
      )}
    </>
  );
}
