import { useState } from "react";
import type { Schemas } from "../../api.ts";
import { formsTexts } from "../../texts/forms.ts";
import { TextField } from "../../ui/text-field.tsx";
import { Part } from "../part.tsx";
import { SaveRow } from "../save-row.tsx";
import { useChangeForm } from "../use-change-form.ts";

const texts = formsTexts.rules.name;

/** What people call the form; its address stays. */
export function NamePart({ form }: { form: Schemas["Form"] }) {
  const [name, setName] = useState(form.name);
  const { change, error, isPending } = useChangeForm(form);
  return (
    <Part title={texts.title} says={texts.words}>
      <form
        className="grid max-w-md gap-3"
        onSubmit={(event) => {
          event.preventDefault();
          change({ name: name.trim() });
        }}
      >
        <TextField
          label={texts.label}
          required
          maxLength={200}
          value={name}
          onChange={({ target }) => setName(target.value)}
        />
        <SaveRow
          isChanged={name.trim() !== form.name}
          isPending={isPending}
          error={error}
          onDiscard={() => setName(form.name)}
        />
      </form>
    </Part>
  );
}
