import { useState, type FormEvent } from "react";
import { useMay } from "../../shell/use-may.ts";
import { formsTexts } from "../../texts/forms.ts";
import { buttonClass } from "../../ui/button.tsx";
import { CopyButton } from "../../ui/copy-button.tsx";
import { Switch } from "../../ui/switch.tsx";
import { TextArea } from "../../ui/text-area.tsx";
import { TextField } from "../../ui/text-field.tsx";
import type { TabProps } from "../tab-props.ts";
import { Part } from "../part.tsx";
import { SaveRow } from "../save-row.tsx";
import { useChangeForm } from "../use-change-form.ts";
import type { HostedPage } from "../hosted-page.ts";
import { PageFields } from "./page-fields.tsx";
import { PagePreview } from "./page-preview.tsx";
import { usualPage } from "./usual-page.ts";

const texts = formsTexts.page;

/** The form's own page: what is on it, how visitors see it, and whether they do. */
export function HostedTab({ form, action }: TabProps) {
  const mayWrite = useMay("config:write", form.client_id) && form.deleted_at === null;
  const saved = form.hosted_page ?? usualPage(form.field_mapping);
  const [page, setPage] = useState<HostedPage>(saved);
  const { change, error, isPending } = useChangeForm(form);
  const set = (changed: Partial<typeof page>) => setPage({ ...page, ...changed });
  const isChanged = JSON.stringify(page) !== JSON.stringify(saved);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    change({ hosted_page: page });
  };
  const turn = (is_on: boolean) => change({ hosted_page: { ...page, is_on } });
  const isOn = form.hosted_page?.is_on === true;
  return (
    <div className="grid items-start gap-4 lg:grid-cols-2">
      <form onSubmit={submit} className="grid min-w-0 gap-4">
        <Part title={formsTexts.tabs.page} says={texts.intro}>
          <Switch label={texts.on} isOn={isOn} onChange={turn} isDisabled={!mayWrite || isPending}>
            {isOn ? texts.onNow : texts.offNow}
          </Switch>
          {isOn ? (
            <div className="flex flex-wrap gap-2">
              <a href={action} target="_blank" rel="noreferrer" className={buttonClass()}>
                {texts.open}
              </a>
              <CopyButton text={action} what={formsTexts.paste.link} />
            </div>
          ) : null}
          <SaveRow
            isChanged={isChanged && mayWrite}
            isPending={isPending}
            error={error}
            label={texts.save}
            onDiscard={() => setPage(saved)}
          />
        </Part>
        <fieldset
          disabled={!mayWrite}
          className="border-line bg-surface grid min-w-0 gap-4 rounded-lg border p-4"
        >
          <TextField
            label={texts.title}
            required
            maxLength={200}
            value={page.title}
            onChange={({ target }) => set({ title: target.value })}
          />
          <TextArea
            label={texts.introLabel}
            help={texts.introHelp}
            maxLength={2_000}
            value={page.intro}
            onChange={({ target }) => set({ intro: target.value })}
          />
          <PageFields fields={page.fields} onChange={(fields) => set({ fields })} />
          <TextArea
            label={texts.consent}
            help={texts.consentHelp}
            rows={2}
            maxLength={1_000}
            value={page.consent ?? ""}
            onChange={({ target }) => set({ consent: target.value === "" ? null : target.value })}
          />
          <TextField
            label={texts.button}
            required
            maxLength={100}
            value={page.button}
            onChange={({ target }) => set({ button: target.value })}
          />
          <TextArea
            label={texts.thanks}
            help={texts.thanksHelp}
            rows={2}
            required
            maxLength={1_000}
            value={page.thanks}
            onChange={({ target }) => set({ thanks: target.value })}
          />
        </fieldset>
      </form>
      <PagePreview page={page} clientId={form.client_id} />
    </div>
  );
}
