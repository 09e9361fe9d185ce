import { Plus } from "lucide-react";
import type { HostedPage } from "../hosted-page.ts";
import { formsTexts } from "../../texts/forms.ts";
import { Button } from "../../ui/button.tsx";
import { moved, newField, without } from "./move-field.ts";
import { PageField } from "./page-field.tsx";

const texts = formsTexts.page;
type Field = HostedPage["fields"][number];

/** The fields of a hosted page, in its order. */
export const PageFields = ({
  fields,
  onChange,
}: {
  fields: readonly Field[];
  onChange: (fields: Field[]) => void;
}) => (
  <fieldset className="grid min-w-0 gap-2">
    <legend className="mb-1 text-[13px] font-medium">{texts.fields}</legend>
    <ol className="grid gap-2">
      {fields.map((field, index) => (
        <PageField
          // Two may have one name while it is typed.
          key={index}
          field={field}
          place={index}
          isLast={index === fields.length - 1}
          onChange={(changed) =>
            onChange(fields.map((one, at) => (at === index ? { ...one, ...changed } : one)))
          }
          onMove={(by) => onChange(moved(fields, index, by))}
          onRemove={() => onChange(without(fields, index))}
        />
      ))}
    </ol>
    <div>
      <Button onClick={() => onChange([...fields, newField(fields, texts.usual.newLabel)])}>
        <Plus aria-hidden className="size-4" />
        {texts.addField}
      </Button>
    </div>
  </fieldset>
);
