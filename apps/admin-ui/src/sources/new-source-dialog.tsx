import { useState, type FormEvent } from "react";
import { api, type Schemas } from "../api.ts";
import { faultsOf } from "../format/faults.ts";
import { queryClient } from "../query-client.ts";
import { useClient } from "../shell/use-client.ts";
import { sourcesTexts } from "../texts/sources.ts";
import { Button } from "../ui/button.tsx";
import { Dialog, DialogActions } from "../ui/dialog.tsx";
import { Refused } from "../ui/notices.tsx";
import { draftOf, settingsOf } from "../ui/schema-form/draft.ts";
import { SchemaForm } from "../ui/schema-form/schema-form.tsx";
import { SelectField } from "../ui/select-field.tsx";
import { TextField } from "../ui/text-field.tsx";
import { SecretsShown } from "./secrets-shown.tsx";

const words = sourcesTexts.making;

/** Adds a source to a form, and shows once what the other system is given. */
export function NewSourceDialog({
  kinds,
  onClose,
}: {
  kinds: readonly Schemas["SourceKind"][];
  onClose: () => void;
}) {
  const client = useClient();
  const query = { limit: 100, ...(client === undefined ? {} : { client_id: client }) };
  const forms = api.useQuery("get", "/api/forms", { params: { query } });
  const create = api.useMutation("post", "/api/sources");
  const [kindName, setKindName] = useState(kinds[0]?.kind ?? "");
  const [formId, setFormId] = useState("");
  const [name, setName] = useState("");
  const [draft, setDraft] = useState(draftOf(kinds[0]?.settings ?? [], null));
  const kind = kinds.find((one) => one.kind === kindName);
  const items = forms.data?.items ?? [];
  const form = items.find(({ id }) => id === formId) ?? items[0];
  if (create.data !== undefined)
    return <SecretsShown title={words.made} made={create.data} onClose={onClose} />;
  const choose = (chosen: string) => {
    setKindName(chosen);
    setDraft(draftOf(kinds.find((one) => one.kind === chosen)?.settings ?? [], null));
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (kind === undefined || form === undefined) return;
    const settings = settingsOf(kind.settings, draft, draftOf(kind.settings, null));
    const body = {
      form_id: form.id,
      kind: kind.kind,
      name: name.trim() || kind.title,
      settings,
      enabled: true,
    };
    create.mutate({ body }, { onSettled: () => void queryClient.invalidateQueries() });
  };
  return (
    <Dialog isOpen onClose={onClose} title={words.title}>
      <form onSubmit={submit} className="grid gap-4">
        <SelectField
          label={words.kind}
          value={kindName}
          words={kinds.map((one) => [one.kind, one.title])}
          onChange={choose}
        />
        <SelectField
          label={words.form}
          help={words.formHelp}
          value={form?.id ?? ""}
          words={items.map((one) => [one.id, one.name])}
          onChange={setFormId}
        />
        <TextField
          label={words.name}
          maxLength={200}
          placeholder={kind?.title}
          value={name}
          fault={faultsOf(create.error)["name"]}
          onChange={({ target }) => setName(target.value)}
        />
        {kind === undefined ? null : (
          <SchemaForm
            settings={kind.settings}
            draft={draft}
            shown={null}
            faults={faultsOf(create.error, "settings.")}
            onChange={(setting, value) => setDraft({ ...draft, [setting]: value })}
          />
        )}
        <Refused error={create.error} />
        <DialogActions>
          <Button
            type="submit"
            kind="main"
            disabled={create.isPending || forms.isPending}
            why={forms.isSuccess && form === undefined ? words.noForm : undefined}
          >
            {words.make}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
