import { useNavigate } from "@tanstack/react-router";
import { useState, type FormEvent } from "react";
import { api } from "../api.ts";
import { ClientField } from "../shell/client-field.tsx";
import { useClient } from "../shell/use-client.ts";
import { formsTexts as texts } from "../texts/forms.ts";
import { Button } from "../ui/button.tsx";
import { Refused } from "../ui/notices.tsx";
import { Page } from "../ui/page.tsx";
import { TextField } from "../ui/text-field.tsx";
import { refreshForms } from "./use-change-form.ts";

const words = texts.create;

/** A form in one step: a name, and what is best known from the start. */
export function NewFormPage() {
  const chosen = useClient();
  const navigate = useNavigate();
  const [said, setSaid] = useState({ name: "", host: "", region: "" });
  const [client, setClient] = useState(chosen);
  const create = api.useMutation("post", "/api/forms");
  const set = (changed: Partial<typeof said>) => setSaid({ ...said, ...changed });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (client === undefined) return;
    create.mutate(
      {
        body: {
          client_id: client,
          name: said.name.trim(),
          ...(said.host.trim() === "" ? {} : { allowed_hosts: said.host.split(/[\s,]+/).filter(Boolean) }),
          ...(said.region.trim() === "" ? {} : { default_region: said.region.trim() }),
        },
      },
      {
        onSuccess: (form) => {
          refreshForms(form);
          void navigate({ to: "/forms/$formId", params: { formId: form.id } });
        },
      },
    );
  };
  return (
    <Page title={words.title}>
      <form onSubmit={submit} className="mx-auto grid max-w-md gap-5 px-4 py-8">
        <p className="text-soft">{words.intro}</p>
        <TextField
          label={words.name}
          help={words.nameHelp}
          required
          autoFocus
          maxLength={200}
          value={said.name}
          onChange={({ target }) => set({ name: target.value })}
        />
        <ClientField label={words.client} value={client} onChange={setClient} />
        <TextField
          label={words.hosts}
          help={words.hostsHelp}
          maxLength={500}
          value={said.host}
          onChange={({ target }) => set({ host: target.value })}
        />
        <TextField
          label={words.region}
          help={words.regionHelp}
          maxLength={2}
          value={said.region}
          onChange={({ target }) => set({ region: target.value })}
        />
        <Refused error={create.error} />
        <div>
          <Button type="submit" kind="main" disabled={create.isPending || client === undefined}>
            {create.isPending ? words.submitting : words.submit}
          </Button>
        </div>
      </form>
    </Page>
  );
}
