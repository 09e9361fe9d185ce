import { keepPreviousData } from "@tanstack/react-query";
import type { FormEvent } from "react";
import { api } from "../api.ts";
import { faultsOf } from "../format/faults.ts";
import { useMay } from "../shell/use-may.ts";
import { answers as texts } from "../texts/answers.ts";
import { destinations } from "../texts/destinations.ts";
import { Loading, Refused } from "../ui/notices.tsx";
import { draftOf, settingsOf } from "../ui/schema-form/draft.ts";
import { SchemaForm } from "../ui/schema-form/schema-form.tsx";
import { tellDone } from "../ui/toasts.tsx";
import { useDraft } from "../ui/use-draft.ts";
import { LastAnswers } from "./last-answers.tsx";
import type { PartProps } from "./parts.ts";
import { SaveBar } from "./save-bar.tsx";
import { groupSettings } from "./setting-groups.ts";
import { useDestinationChange } from "./use-destination-change.ts";
import { useSettled } from "../ui/use-settled.ts";

/** Rules for what its answers mean, tried on the last that it really gave. */
export function TabAnswers({ destination, kind }: PartProps) {
  const { id, settings } = destination;
  const may = useMay("config:write", destination.client_id);
  const mayLook = useMay("contacts:read", destination.client_id);
  const change = useDestinationChange();
  const { rules } = groupSettings(kind.settings);
  const before = draftOf(rules, settings);
  const { draft, version, setDraft, begin } = useDraft(before, destination.updated_at);
  const typed = settingsOf(rules, draft, before);
  const settled = useSettled(typed);
  const preview = api.useQuery(
    "post",
    "/api/destinations/{destination_id}/answers",
    { params: { path: { destination_id: id } }, body: { settings: settled } },
    { enabled: mayLook, placeholderData: keepPreviousData, retry: false },
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    change.send(
      destination,
      { settings: typed },
      {
        version,
        onDone: (now) => {
          begin(draftOf(rules, now.settings), now.updated_at);
          tellDone(destinations.saved);
        },
      },
    );
  };
  return (
    <div className="grid gap-6 xl:grid-cols-2">
      <form onSubmit={submit} className="grid content-start gap-4">
        <h2 className="text-sm font-semibold">{texts.title}</h2>
        <p className="text-soft max-w-prose">{texts.help}</p>
        <SchemaForm
          settings={rules}
          draft={draft}
          shown={settings ?? {}}
          faults={{ ...faultsOf(preview.error, "settings."), ...faultsOf(change.error, "settings.") }}
          onChange={(name, value) => setDraft({ ...draft, [name]: value })}
        />
        <SaveBar
          isChanged={Object.keys(typed).length > 0}
          isPending={change.isPending}
          error={change.error}
          why={may ? undefined : destinations.mayNotChange}
          onDiscard={() => begin()}
        />
      </form>
      <section aria-label={texts.last} className="grid min-w-0 content-start gap-3">
        <h2 className="text-sm font-semibold">{texts.last}</h2>
        {!mayLook ? (
          <p className="text-soft">{texts.mayNot}</p>
        ) : preview.data === undefined ? (
          preview.error === null ? (
            <Loading rows={3} />
          ) : (
            <Refused error={preview.error} />
          )
        ) : (
          <LastAnswers preview={preview.data} />
        )}
      </section>
    </div>
  );
}
