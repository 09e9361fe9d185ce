import { useState, type FormEvent } from "react";
import { api, type Schemas } from "../api.ts";
import { queryClient } from "../query-client.ts";
import { settingsTexts } from "../texts/settings.ts";
import { shared } from "../texts/shared.ts";
import { Button } from "../ui/button.tsx";
import { Facts } from "../ui/facts.tsx";
import { Refused } from "../ui/notices.tsx";
import { TextField } from "../ui/text-field.tsx";
import { tellDone } from "../ui/toasts.tsx";

/** What one is called. */
export function NameForm({ account }: { account: Schemas["Account"] }) {
  const [name, setName] = useState(account.name);
  const change = api.useMutation("post", "/api/auth/update-user");
  const submit = (event: FormEvent) => {
    event.preventDefault();
    change.mutate(
      { body: { name: name.trim() } },
      {
        onSuccess: () => tellDone(settingsTexts.account.saved),
        onSettled: () => void queryClient.invalidateQueries(),
      },
    );
  };
  return (
    <form onSubmit={submit} className="grid gap-3">
      <Facts facts={[[settingsTexts.account.email, account.email]]} />
      <TextField
        label={settingsTexts.account.name}
        autoComplete="name"
        maxLength={200}
        value={name}
        onChange={({ target }) => setName(target.value)}
      />
      <Refused error={change.error} />
      <div>
        <Button type="submit" disabled={change.isPending || name.trim() === account.name}>
          {shared.save}
        </Button>
      </div>
    </form>
  );
}
