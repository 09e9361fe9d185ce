import { useState, type FormEvent } from "react";
import { formsTexts } from "../../texts/forms.ts";
import { Button } from "../../ui/button.tsx";

const texts = formsTexts.fields;

/** A field that nobody has posted yet. */
export function AddField({ taken, onAdd }: { taken: readonly string[]; onAdd: (name: string) => void }) {
  const [name, setName] = useState("");
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!taken.includes(name.trim())) onAdd(name.trim());
    setName("");
  };
  return (
    <form onSubmit={submit} className="flex flex-wrap items-end gap-2">
      <label className="grid gap-1">
        <span className="text-[13px] font-medium">{texts.add}</span>
        <input
          required
          maxLength={100}
          placeholder={texts.addName}
          value={name}
          onChange={({ target }) => setName(target.value)}
          className="bg-raised border-line placeholder:text-soft h-8 w-60 rounded-md border px-3 max-sm:text-base"
        />
      </label>
      <Button type="submit">{texts.addButton}</Button>
    </form>
  );
}
