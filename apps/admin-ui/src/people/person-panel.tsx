import { useState } from "react";
import { api } from "../api.ts";
import { queryClient } from "../query-client.ts";
import { useClients } from "../shell/use-clients.ts";
import { useMayAnywhere } from "../shell/use-may.ts";
import { useYou } from "../shell/use-you.ts";
import { people } from "../texts/people.ts";
import { Button } from "../ui/button.tsx";
import { ConfirmButton } from "../ui/confirm-button.tsx";
import { Facts } from "../ui/facts.tsx";
import { Refused } from "../ui/notices.tsx";
import { Section } from "../ui/section.tsx";
import { SidePanel } from "../ui/side-panel.tsx";
import { tellDone } from "../ui/toasts.tsx";
import { When } from "../ui/when.tsx";
import type { PersonInRole } from "./by-person.ts";
import { PasswordLink } from "./password-link.tsx";
import { isWhole, roleBody, RoleFields, type ChosenRole } from "./role-fields.tsx";

const words = people.person;

/** Somebody beside the list: what they are, and what becomes of it. */
export function PersonPanel({ person, onClose }: { person: PersonInRole; onClose: () => void }) {
  const you = useYou();
  const mayReset = useMayAnywhere("installation:manage");
  const { nameOf } = useClients();
  const [chosen, setChosen] = useState<ChosenRole>({ role: person.role, clientIds: person.clientIds });
  const change = api.useMutation("put", "/api/operators/{operator_id}/role");
  const remove = api.useMutation("delete", "/api/operators/{operator_id}");
  const params = { path: { operator_id: person.operatorId } };
  const refresh = () => void queryClient.invalidateQueries();
  const isYou = person.operatorId === you.id;
  const who = person.name === "" ? person.email : person.name;
  const tell = (said: string, keys: readonly unknown[]) =>
    tellDone(said, keys.length === 0 ? {} : { detail: words.keys(keys.length) });
  return (
    <SidePanel label={words.panel} title={who} onClose={onClose}>
      <Section title={words.rolesOf}>
        <Facts
          facts={[
            [people.columns.who, person.email],
            [people.columns.role, people.roles[person.role]],
            [
              people.columns.clients,
              person.clientIds.length === 0
                ? people.allClients
                : person.clientIds.map((id) => nameOf(id) ?? id).join(", "),
            ],
            [people.columns.since, <When key="since" at={person.since} />],
          ]}
        />
      </Section>
      {isYou ? (
        <p className="text-soft px-4 pb-4">{words.yourself}</p>
      ) : (
        <>
          <Section title={words.change}>
            <RoleFields agencyId={person.agencyId} chosen={chosen} onChange={setChosen} />
            <Refused error={change.error} />
            <Button
              kind="main"
              disabled={change.isPending}
              why={isWhole(chosen) ? undefined : people.inviting.noClient}
              onClick={() =>
                change.mutate(
                  { params, body: roleBody(person.agencyId, chosen) },
                  {
                    onSuccess: ({ access_keys }) => {
                      tell(words.changed, access_keys);
                      onClose();
                    },
                    onSettled: refresh,
                  },
                )
              }
            >
              {words.save}
            </Button>
          </Section>
          <div className="flex flex-wrap gap-2 px-4 pb-6">
            {mayReset ? <PasswordLink email={person.email} /> : null}
            <ConfirmButton
              label={words.remove}
              title={words.removeTitle(who)}
              confirm={words.remove.replace(" …", "")}
              error={remove.error}
              isPending={remove.isPending}
              onConfirmed={(done) =>
                remove.mutate(
                  { params },
                  {
                    onSuccess: ({ access_keys }) => {
                      done();
                      tell(words.removed(who), access_keys);
                      onClose();
                    },
                    onSettled: refresh,
                  },
                )
              }
            >
              {words.removeWhy}
            </ConfirmButton>
          </div>
        </>
      )}
    </SidePanel>
  );
}
