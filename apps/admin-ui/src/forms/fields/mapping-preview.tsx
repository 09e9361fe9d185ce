import { api, type Schemas } from "../../api.ts";
import { formsTexts } from "../../texts/forms.ts";
import { Refused } from "../../ui/notices.tsx";
import { When } from "../../ui/when.tsx";
import type { Mapping } from "./field-rows.ts";

const texts = formsTexts.fields;

/** What a mapping that is not saved would have made of the last posts. */
export function MappingPreview({ formId, mapping }: { formId: string; mapping: Mapping }) {
  const { data, error } = api.useQuery("post", "/api/forms/{form_id}/preview", {
    params: { path: { form_id: formId } },
    body: { field_mapping: mapping, last: 20 },
  });
  return (
    <div aria-live="polite" className="grid gap-2">
      <h3 className="font-semibold">{texts.previewTitle}</h3>
      {data === undefined ? (
        error === null ? (
          <p className="text-soft">{texts.looking}</p>
        ) : (
          <Refused error={error} />
        )
      ) : (
        <>
          <p className={data.refused > 0 ? "text-bad font-medium" : ""}>
            {texts.preview(data.otherwise, data.refused, data.posts)}
          </p>
          <Examples items={data.items.filter(({ changes }) => changes.length > 0)} />
        </>
      )}
    </div>
  );
}

const Examples = ({ items }: { items: Schemas["MappingPreview"]["items"] }) => (
  <ul className="grid max-h-48 gap-2 overflow-y-auto" tabIndex={0}>
    {items.map(({ submission_id, submitted_at, changes, refused_after, is_bot_after }) => (
      <li key={submission_id} className="grid gap-0.5">
        <span className="text-soft text-xs">
          <When at={submitted_at} />
          {refused_after ? ` · ${texts.refused}` : ""}
          {is_bot_after ? ` · ${texts.bot}` : ""}
        </span>
        {changes.map(({ field, before, after }) => (
          <span key={field} className="break-words">
            {texts.change(texts.fieldOf(field), before ?? texts.nothingThere, after ?? texts.nothingThere)}
          </span>
        ))}
      </li>
    ))}
  </ul>
);
