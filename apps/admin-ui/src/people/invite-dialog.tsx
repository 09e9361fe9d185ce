import { useState, type FormEvent } from "react";
import { api } from "../api.ts";
import { queryClient } from "../query-client.ts";
import { useClient } from "../shell/use-client.ts";
import { useYou } from "../shell/use-you.ts";
import { people } from "../texts/people.ts";
import { Button } from "../ui/button.tsx";
import { Dialog, DialogActions } from "../ui/dialog.tsx";
import { Refused } from "../ui/notices.tsx";
import { SelectField } from "../ui/select-field.tsx";
import { TextField } from "../ui/text-field.tsx";
import { agenciesToInviteTo, grantableClients } from "./grantable.ts";
import { LinkShown } from "./link-shown.tsx";
import { isWhole, roleBody, RoleFields, type ChosenRole } from "./role-fields.tsx";

const words = people.inviting;

/** Invites somebody, and shows the link once. */
export function InviteDialog({ onClose }: { onClose: () => void }) {
  const you = useYou();
  const client = useClient();
  const agencies = agenciesToInviteTo(you);
  const [email, setEmail] = useState("");
  const [agencyId, setAgencyId] = useState(agencies[0]?.id ?? "");
  const [chosen, setChosen] = useState<ChosenRole>(() => ({
    role: "client_viewer",
    clientIds: grantableClients(you, agencyId).filter((id, _at, all) => all.length === 1 || id === client),
  }));
  const invite = api.useMutation("post", "/api/invitations");
  const submit = (event: FormEvent) => {
    event.preventDefault();
    invite.mutate(
      { body: { email: email.trim(), ...roleBody(agencyId, chosen) } },
      { onSuccess: () => void queryClient.invalidateQueries() },
    );
  };
  if (invite.data !== undefined)
    return (
      <Dialog isOpen onClose={onClose} title={words.made(invite.data.invitation.email)}>
        <LinkShown label={words.link} link={invite.data.link} once={words.once} />
        <div className="flex justify-end">
          <Button kind="main" onClick={onClose}>
            {words.done}
          </Button>
        </div>
      </Dialog>
    );
  return (
    <Dialog isOpen onClose={onClose} title={words.title} description={words.why}>
      <form onSubmit={submit} className="grid gap-4">
        <TextField
          label={words.email}
          type="email"
          required
          maxLength={254}
          data-first
          value={email}
          onChange={({ target }) => setEmail(target.value)}
        />
        {agencies.length < 2 ? null : (
          <SelectField
            label={words.agency}
            value={agencyId}
            words={agencies.map(({ id, name }) => [id, name])}
            onChange={(id) => {
              setAgencyId(id);
              setChosen({ role: "client_viewer", clientIds: [] });
            }}
          />
        )}
        <RoleFields agencyId={agencyId} chosen={chosen} onChange={setChosen} />
        <Refused error={invite.error} />
        <DialogActions>
          <Button
            type="submit"
            kind="main"
            disabled={invite.isPending}
            why={isWhole(chosen) ? undefined : words.noClient}
          >
            {words.make}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
