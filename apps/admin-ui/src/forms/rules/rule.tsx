import { useId, type FormEvent, type ReactNode } from "react";
import { formsTexts } from "../../texts/forms.ts";
import { SaveRow } from "../save-row.tsx";

const texts = formsTexts.rules;

/** One rule: what happens now, what would, and how that is chosen. */
export function Rule({
  title,
  now,
  would,
  control,
  isPending,
  error,
  onSave,
  onDiscard,
}: {
  title: string;
  now: string;
  /** null: nothing is changed. */
  would: string | null;
  /** null: one may not. */
  control: ReactNode;
  isPending: boolean;
  error: unknown;
  onSave: () => void;
  onDiscard: () => void;
}) {
  const id = useId();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onSave();
  };
  return (
    <section
      aria-labelledby={id}
      className="grid gap-x-6 gap-y-3 p-4 md:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]"
    >
      <div className="grid content-start gap-1">
        <h2 id={id} className="font-semibold">
          {title}
        </h2>
        <p>{now}</p>
        {would === null ? null : (
          <p role="status" className="text-brand">
            <span className="font-semibold">{texts.would}: </span>
            {would}
          </p>
        )}
      </div>
      {control === null ? null : (
        <form onSubmit={submit} className="grid content-start gap-3">
          {control}
          <SaveRow isChanged={would !== null} isPending={isPending} error={error} onDiscard={onDiscard} />
        </form>
      )}
    </section>
  );
}
