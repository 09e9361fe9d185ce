import { useNavigate } from "@tanstack/react-router";
import { useState, type FormEvent } from "react";
import { api, type Schemas } from "../api.ts";
import { ClientField } from "../shell/client-field.tsx";
import { faultsOf } from "../format/faults.ts";
import { queryClient } from "../query-client.ts";
import { useClient } from "../shell/use-client.ts";
import { destinationForm as texts } from "../texts/destination-form.ts";
import { Button } from "../ui/button.tsx";
import { Refused } from "../ui/notices.tsx";
import { draftOf, settingsOf } from "../ui/schema-form/draft.ts";
import { TextField } from "../ui/text-field.tsx";
import { KindGuide } from "./kind-guide.tsx";
import { SettingsFields } from "./settings-fields.tsx";

/** The first step: its name and settings. It is saved paused, so that a test can be seen before any lead goes there. */
export function NewSettings({
  kind,
  environment,
  onSecret,
}: {
  kind: Schemas["DestinationKind"];
  /** Where it is made: it is to get leads from here. */
  environment: Schemas["Destination"]["environments"][number];
  /** A signing secret that was made for it. */
  onSecret: (secret: string | undefined) => void;
}) {
  const navigate = useNavigate();
  const looked = useClient();
  const create = api.useMutation("post", "/api/destinations");
  const [client, setClient] = useState(looked);
  const [name, setName] = useState(kind.title);
  const [before] = useState(() => draftOf(kind.settings, null));
  const [draft, setDraft] = useState(before);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (client === undefined) return;
    create.mutate(
      {
        body: {
          client_id: client,
          name,
          kind: kind.kind,
          settings: settingsOf(kind.settings, draft, before),
          enabled: false,
          environments: [...new Set(["production" as const, environment])],
        },
      },
      {
        onSuccess: ({ id, secret }) => {
          onSecret(secret);
          void queryClient.invalidateQueries();
          void navigate({
            to: "/destinations/new",
            search: (search) => ({ ...search, kind: kind.kind, id, step: "test" }),
          });
        },
      },
    );
  };
  const faults = faultsOf(create.error);
  return (
    <div className="grid max-w-6xl gap-6 p-4 lg:grid-cols-[minmax(0,1fr)_20rem]">
      <form onSubmit={submit} className="grid content-start gap-4">
        <ClientField value={client} onChange={setClient} />
        <TextField
          label={texts.name}
          help={texts.nameHelp}
          required
          maxLength={200}
          value={name}
          fault={faults["name"]}
          onChange={({ target }) => setName(target.value)}
        />
        <SettingsFields
          kind={kind}
          draft={draft}
          shown={null}
          faults={faultsOf(create.error, "settings.")}
          onChange={(setting, value) => setDraft({ ...draft, [setting]: value })}
        />
        <Refused error={create.error} />
        <div className="flex flex-wrap items-center gap-3">
          <Button type="submit" kind="main" disabled={create.isPending}>
            {create.isPending ? texts.creating : texts.create}
          </Button>
          <span className="text-soft">{texts.createNote}</span>
        </div>
      </form>
      <KindGuide kind={kind} />
    </div>
  );
}
