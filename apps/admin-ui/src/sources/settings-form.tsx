import { useState, type FormEvent } from "react";
import { api, type Schemas } from "../api.ts";
import { faultsOf } from "../format/faults.ts";
import { queryClient } from "../query-client.ts";
import { sourcesTexts } from "../texts/sources.ts";
import { Button } from "../ui/button.tsx";
import { Refused } from "../ui/notices.tsx";
import { draftOf, settingsOf } from "../ui/schema-form/draft.ts";
import { SchemaForm } from "../ui/schema-form/schema-form.tsx";
import { tellDone } from "../ui/toasts.tsx";

/** The settings of a source, to be changed; what is secret stays as it is unless it is given anew. */
export function SettingsForm({
  source,
  kind,
}: {
  source: Schemas["SourceDetails"];
  kind: Schemas["SourceKind"];
}) {
  const change = api.useMutation("patch", "/api/sources/{source_id}");
  const [before] = useState(() => draftOf(kind.settings, source.settings));
  const [draft, setDraft] = useState(before);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    change.mutate(
      {
        params: { path: { source_id: source.id }, header: { "if-match": `"${source.updated_at}"` } },
        body: { settings: settingsOf(kind.settings, draft, before) },
      },
      {
        onSuccess: () => tellDone(sourcesTexts.saved),
        onSettled: () => void queryClient.invalidateQueries(),
      },
    );
  };
  return (
    <form onSubmit={submit} className="grid gap-4">
      <SchemaForm
        settings={kind.settings}
        draft={draft}
        shown={source.settings}
        faults={faultsOf(change.error, "settings.")}
        onChange={(setting, value) => setDraft({ ...draft, [setting]: value })}
      />
      <Refused error={change.error} />
      <div>
        <Button type="submit" disabled={change.isPending}>
          {sourcesTexts.save}
        </Button>
      </div>
    </form>
  );
}
