import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { api } from "../../api.ts";
import { useMay } from "../../shell/use-may.ts";
import { formsTexts } from "../../texts/forms.ts";
import { Button, buttonClass } from "../../ui/button.tsx";
import { Failed, Loading, Refused } from "../../ui/notices.tsx";
import { Table } from "../../ui/table.tsx";
import type { TabProps } from "../tab-props.ts";
import { Part } from "../part.tsx";
import { useChangeForm } from "../use-change-form.ts";
import { AddField } from "./add-field.tsx";
import { fieldColumns } from "./field-columns.tsx";
import { fieldRows, isSameMapping, withTarget, type Mapping } from "./field-rows.ts";
import { MappingPreview } from "./mapping-preview.tsx";

const texts = formsTexts.fields;

/** What the form's fields really are, what each is taken for, and what another choice would have made of the last posts. */
export function FieldsTab({ form }: TabProps) {
  const mayWrite = useMay("config:write", form.client_id) && form.deleted_at === null;
  const [draft, setDraft] = useState<Mapping>(form.field_mapping);
  const { change, error, isPending } = useChangeForm(form);
  const seen = api.useQuery("get", "/api/forms/{form_id}/seen-fields", {
    params: { path: { form_id: form.id }, query: { last: 20 } },
  });
  const activity = api.useQuery("get", "/api/form-activity", { params: { query: { form_id: form.id } } });
  if (seen.data === undefined)
    return seen.error === null ? (
      <Loading />
    ) : (
      <Failed error={seen.error} retry={() => void seen.refetch()} />
    );
  const rows = fieldRows(seen.data, draft, activity.data?.items[0]?.refused_fields ?? []);
  const isChanged = !isSameMapping(draft, form.field_mapping);
  const pick = (name: string, target: string) => setDraft(withTarget(draft, name, target));
  return (
    <>
      {rows.length === 0 ? (
        <Part title={texts.none} says={texts.noneWhy}>
          <div>
            <Link
              to="/forms/$formId"
              params={{ formId: form.id }}
              search={(before) => ({ client: before.client, tab: "posts" })}
              className={buttonClass()}
            >
              {texts.test}
            </Link>
          </div>
        </Part>
      ) : (
        <Part title={texts.title} says={texts.intro(seen.data.posts)}>
          <div className="-mx-4 overflow-hidden last:-mb-4">
            <Table
              isFramed
              label={texts.title}
              columns={fieldColumns({ of: seen.data.posts, pick: mayWrite ? pick : null })}
              items={rows}
              keyOf={({ name }) => name}
            />
          </div>
        </Part>
      )}
      {mayWrite ? (
        <AddField onAdd={(name) => pick(name, "message")} taken={rows.map(({ name }) => name)} />
      ) : null}
      {isChanged ? (
        <div className="bg-surface border-brand sticky bottom-4 grid gap-3 rounded-lg border p-4 shadow-lg">
          <MappingPreview formId={form.id} mapping={draft} />
          <Refused error={error} />
          <div className="flex flex-wrap gap-2">
            <Button kind="main" disabled={isPending} onClick={() => change({ field_mapping: draft })}>
              {isPending ? formsTexts.saving : texts.save}
            </Button>
            <Button kind="quiet" onClick={() => setDraft(form.field_mapping)}>
              {formsTexts.discard}
            </Button>
          </div>
        </div>
      ) : null}
    </>
  );
}
