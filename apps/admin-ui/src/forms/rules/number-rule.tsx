import { useState } from "react";
import type { Schemas } from "../../api.ts";
import { formsTexts } from "../../texts/forms.ts";
import { SelectField } from "../../ui/select-field.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { useChangeForm, type FormChange } from "../use-change-form.ts";
import { Rule } from "./rule.tsx";

const texts = formsTexts.rules;

/** A rule that is a number, the installation's or the form's own. */
export function NumberRule({
  form,
  mayWrite,
  title,
  label,
  most,
  value,
  usual,
  short,
  says,
  changeOf,
}: {
  form: Schemas["Form"];
  mayWrite: boolean;
  title: string;
  label: string;
  most: number;
  /** null: as the installation says. */
  value: number | null;
  usual: number;
  short: (value: number) => string;
  says: (value: number) => string;
  changeOf: (value: number | null) => FormChange;
}) {
  const [own, setOwn] = useState(value === null ? null : String(value));
  const { change, error, isPending } = useChangeForm(form);
  const wanted = own === null ? null : Number(own);
  const isRight = wanted === null || (own !== "" && wanted >= 0 && wanted <= most);
  return (
    <Rule
      title={title}
      now={says(value ?? usual)}
      would={wanted === value || !isRight ? null : says(wanted ?? usual)}
      control={
        mayWrite ? (
          <>
            <SelectField
              label={title}
              value={own === null ? "usual" : "own"}
              words={[
                ["usual", texts.usualIs(short(usual))],
                ["own", texts.own],
              ]}
              onChange={(word) => setOwn(word === "usual" ? null : String(value ?? usual))}
            />
            {own === null ? null : (
              <TextField
                label={label}
                type="number"
                min={0}
                max={most}
                step="any"
                required
                value={own}
                onChange={({ target }) => setOwn(target.value)}
              />
            )}
          </>
        ) : null
      }
      isPending={isPending}
      error={error}
      onSave={() => change(changeOf(wanted))}
      onDiscard={() => setOwn(value === null ? null : String(value))}
    />
  );
}
