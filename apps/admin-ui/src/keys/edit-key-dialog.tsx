import { useState, type FormEvent } from "react";
import { api, type Schemas } from "../api.ts";
import { queryClient } from "../query-client.ts";
import { useYou } from "../shell/use-you.ts";
import { keysTexts } from "../texts/keys.ts";
import { shared } from "../texts/shared.ts";
import { Button } from "../ui/button.tsx";
import { CheckList } from "../ui/check-list.tsx";
import { Dialog, DialogActions } from "../ui/dialog.tsx";
import { Refused } from "../ui/notices.tsx";
import { TextField } from "../ui/text-field.tsx";
import { tellDone } from "../ui/toasts.tsx";
import { dayOfEnd, endOfDay, KeyEndField } from "./key-end-field.tsx";
import { isKeyPermission, type KeyPermission } from "./key-permission.ts";

const words = keysTexts.making;

/** Renames a key, and says anew what it may do and until when; its secret stays. */
export function EditKeyDialog({
  accessKey,
  onClose,
}: {
  accessKey: Schemas["AccessKey"];
  onClose: () => void;
}) {
  const you = useYou();
  const until = dayOfEnd(accessKey.expires_at);
  const [name, setName] = useState(accessKey.name);
  const [may, setMay] = useState<KeyPermission[]>(accessKey.permissions);
  const [day, setDay] = useState(until);
  const change = api.useMutation("patch", "/api/access-keys/{key_id}");
  // What it may do already is shown though whoever looks could not grant it: it can be taken away.
  const offered = [...new Set([...accessKey.permissions, ...you.grantable_permissions])].filter(
    isKeyPermission,
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const header = { "if-match": `"${accessKey.updated_at}"` };
    change.mutate(
      {
        params: { path: { key_id: accessKey.id }, header },
        body: {
          name: name.trim(),
          permissions: may,
          ...(day === until ? {} : { expires_at: endOfDay(day) }),
        },
      },
      {
        onSuccess: (changed) => {
          tellDone(keysTexts.edited(changed.name));
          onClose();
        },
        onSettled: () => void queryClient.invalidateQueries(),
      },
    );
  };
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={keysTexts.editTitle(accessKey.name)}
      description={keysTexts.editWhy}
    >
      <form onSubmit={submit} className="grid gap-4">
        <TextField
          label={words.name}
          required
          maxLength={100}
          value={name}
          onChange={({ target }) => setName(target.value)}
        />
        <CheckList
          legend={words.may}
          words={offered.map((permission) => [permission, keysTexts.permissions[permission], permission])}
          chosen={may}
          onChange={setMay}
        />
        <KeyEndField value={day} onChange={setDay} />
        <Refused error={change.error} />
        <DialogActions>
          <Button
            type="submit"
            kind="main"
            disabled={change.isPending}
            why={may.length === 0 ? words.none : undefined}
          >
            {change.isPending ? shared.saving : shared.save}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
