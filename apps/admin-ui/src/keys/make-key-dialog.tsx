import { useState, type FormEvent } from "react";
import { api } from "../api.ts";
import { queryClient } from "../query-client.ts";
import { useClients } from "../shell/use-clients.ts";
import { useYou } from "../shell/use-you.ts";
import { keysTexts } from "../texts/keys.ts";
import { Button } from "../ui/button.tsx";
import { CheckList } from "../ui/check-list.tsx";
import { Dialog, DialogActions } from "../ui/dialog.tsx";
import { Refused } from "../ui/notices.tsx";
import { SelectField } from "../ui/select-field.tsx";
import { TextField } from "../ui/text-field.tsx";
import { endOfDay, KeyEndField } from "./key-end-field.tsx";
import { isKeyPermission, type KeyPermission } from "./key-permission.ts";
import { keyPlaces } from "./key-places.ts";
import { SecretShown } from "./secret-shown.tsx";

const words = keysTexts.making;

/** Makes a key for a program, and shows its secret once. */
export function MakeKeyDialog({ onClose }: { onClose: () => void }) {
  const you = useYou();
  const { clients } = useClients();
  const places = keyPlaces(you, clients, (agency) =>
    agency === undefined ? keysTexts.allClients : `${keysTexts.allClients} · ${agency}`,
  );
  const [name, setName] = useState("");
  const [placeId, setPlaceId] = useState("");
  const [may, setMay] = useState<KeyPermission[]>([]);
  const [until, setUntil] = useState("");
  const make = api.useMutation("post", "/api/access-keys");
  const place = places.find(({ id }) => id === placeId) ?? places[0];
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (place === undefined) return;
    const expires_at = endOfDay(until);
    make.mutate(
      { body: { ...place.body, name: name.trim(), permissions: may, expires_at } },
      { onSettled: () => void queryClient.invalidateQueries() },
    );
  };
  if (make.data !== undefined) return <SecretShown title={words.made} made={make.data} onClose={onClose} />;
  return (
    <Dialog isOpen onClose={onClose} title={words.title}>
      <form onSubmit={submit} className="grid gap-4">
        <TextField
          label={words.name}
          required
          data-first
          maxLength={100}
          value={name}
          onChange={({ target }) => setName(target.value)}
        />
        <SelectField
          label={words.place}
          value={place?.id ?? ""}
          words={places.map(({ id, title }) => [id, title])}
          onChange={setPlaceId}
        />
        <CheckList
          legend={words.may}
          words={you.grantable_permissions
            .filter(isKeyPermission)
            .map((permission) => [permission, keysTexts.permissions[permission], permission])}
          chosen={may}
          onChange={setMay}
        />
        <KeyEndField value={until} onChange={setUntil} />
        <Refused error={make.error} />
        <DialogActions>
          <Button
            type="submit"
            kind="main"
            disabled={make.isPending}
            why={may.length === 0 ? words.none : undefined}
          >
            {words.make}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
