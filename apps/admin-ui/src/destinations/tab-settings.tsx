import { useState, type FormEvent } from "react";
import { faultsOf } from "../format/faults.ts";
import { useMay } from "../shell/use-may.ts";
import { destinationForm as texts } from "../texts/destination-form.ts";
import { destinations } from "../texts/destinations.ts";
import { draftOf, settingsOf } from "../ui/schema-form/draft.ts";
import { TextField } from "../ui/text-field.tsx";
import { tellDone } from "../ui/toasts.tsx";
import { useDraft } from "../ui/use-draft.ts";
import { KindGuide } from "./kind-guide.tsx";
import type { PartProps } from "./parts.ts";
import { SaveBar } from "./save-bar.tsx";
import { SettingsFields } from "./settings-fields.tsx";
import { ShownSecret } from "./shown-secret.tsx";
import { useDestinationChange } from "./use-destination-change.ts";

/** Its name and settings; what is secret is locked until somebody wants to change it. */
export function TabSettings({ destination, kind }: PartProps) {
  const may = useMay("config:write", destination.client_id);
  const mayAddress = useMay("contacts:read", destination.client_id);
  const change = useDestinationChange();
  const before = draftOf(kind.settings, destination.settings);
  const typed = useDraft({ name: destination.name, settings: before }, destination.updated_at);
  const { name, settings: draft } = typed.draft;
  const [secret, setSecret] = useState<string>();
  // A form that was saved is drawn anew, its secrets locked again.
  const [round, setRound] = useState(0);
  const settings = settingsOf(kind.settings, draft, before);
  const isChanged = name !== destination.name || Object.keys(settings).length > 0;
  const reset = () => {
    typed.begin();
    setRound(round + 1);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    change.send(
      destination,
      {
        ...(name === destination.name ? {} : { name }),
        ...(Object.keys(settings).length === 0 ? {} : { settings }),
      },
      {
        version: typed.version,
        onDone: (changed) => {
          const { settings: now, updated_at } = changed;
          typed.begin({ name: changed.name, settings: draftOf(kind.settings, now) }, updated_at);
          setRound(round + 1);
          setSecret(changed.secret);
          tellDone(destinations.saved, {
            detail: changed.notes?.join(" ") ?? destinations.savedDetail,
          });
        },
      },
    );
  };
  const why = may ? (mayAddress ? undefined : destinations.mayNotSay) : destinations.mayNotChange;
  return (
    <div className="grid gap-6 lg:grid-cols-[minmax(0,1fr)_20rem]">
      <form onSubmit={submit} className="grid content-start gap-4">
        {destination.settings === null ? (
          <p role="alert" className="bg-bad-tint text-bad rounded-md px-3 py-2">
            {texts.unreadable}
          </p>
        ) : null}
        {secret === undefined ? null : <ShownSecret secret={secret} />}
        <TextField
          label={texts.name}
          help={texts.nameHelp}
          required
          maxLength={200}
          value={name}
          fault={faultsOf(change.error)["name"]}
          onChange={({ target }) => typed.setDraft({ name: target.value, settings: draft })}
        />
        <p className="text-soft">{texts.settingsHelp}</p>
        <SettingsFields
          key={round}
          kind={kind}
          draft={draft}
          shown={destination.settings ?? {}}
          faults={faultsOf(change.error, "settings.")}
          onChange={(setting, value) => typed.setDraft({ name, settings: { ...draft, [setting]: value } })}
        />
        <SaveBar
          {...{ isChanged, why }}
          isPending={change.isPending}
          error={change.error}
          onDiscard={reset}
        />
      </form>
      <KindGuide kind={kind} />
    </div>
  );
}
