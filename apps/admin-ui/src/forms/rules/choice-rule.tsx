import { useState } from "react";
import type { Schemas } from "../../api.ts";
import { SelectField } from "../../ui/select-field.tsx";
import { useChangeForm, type FormChange } from "../use-change-form.ts";
import { Rule } from "./rule.tsx";

/** A rule that is one of a few words. */
export function ChoiceRule<Word extends string>({
  form,
  mayWrite,
  title,
  label,
  value,
  words,
  says,
  changeOf,
}: {
  form: Schemas["Form"];
  mayWrite: boolean;
  title: string;
  label: string;
  value: Word;
  words: readonly (readonly [word: Word, title: string])[];
  /** What happens where it is that word. */
  says: (word: Word) => string;
  changeOf: (word: Word) => FormChange;
}) {
  const [word, setWord] = useState(value);
  const { change, error, isPending } = useChangeForm(form);
  return (
    <Rule
      title={title}
      now={says(value)}
      would={word === value ? null : says(word)}
      control={mayWrite ? <SelectField label={label} value={word} words={words} onChange={setWord} /> : null}
      isPending={isPending}
      error={error}
      onSave={() => change(changeOf(word))}
      onDiscard={() => setWord(value)}
    />
  );
}
