import { useState, type FormEvent } from "react";
import { api } from "../api.ts";
import { queryClient } from "../query-client.ts";
import { settingsTexts } from "../texts/settings.ts";
import { Button } from "../ui/button.tsx";
import { Dialog, DialogActions } from "../ui/dialog.tsx";
import { Refused } from "../ui/notices.tsx";
import { TextField } from "../ui/text-field.tsx";
import { tellDone } from "../ui/toasts.tsx";

const words = settingsTexts.password;

/** Another password; all other sessions end with the old one. */
export function ChangePassword() {
  const [isOpen, setIsOpen] = useState(false);
  return (
    <>
      <div>
        <Button onClick={() => setIsOpen(true)}>{words.change}</Button>
      </div>
      {isOpen ? <PasswordDialog onClose={() => setIsOpen(false)} /> : null}
    </>
  );
}

function PasswordDialog({ onClose }: { onClose: () => void }) {
  const [now, setNow] = useState("");
  const [next, setNext] = useState("");
  const change = api.useMutation("post", "/api/auth/change-password");
  const submit = (event: FormEvent) => {
    event.preventDefault();
    change.mutate(
      { body: { currentPassword: now, newPassword: next } },
      {
        onSuccess: () => {
          tellDone(words.saved);
          onClose();
        },
        onSettled: () => void queryClient.invalidateQueries(),
      },
    );
  };
  return (
    <Dialog isOpen onClose={onClose} title={words.title}>
      <form onSubmit={submit} className="grid gap-4">
        <TextField
          label={words.now}
          type="password"
          autoComplete="current-password"
          required
          data-first
          maxLength={1_000}
          value={now}
          onChange={({ target }) => setNow(target.value)}
        />
        <TextField
          label={words.next}
          help={words.help}
          type="password"
          autoComplete="new-password"
          required
          minLength={12}
          maxLength={1_000}
          value={next}
          onChange={({ target }) => setNext(target.value)}
        />
        <Refused error={change.error} />
        <DialogActions>
          <Button type="submit" kind="main" disabled={change.isPending}>
            {words.save}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
