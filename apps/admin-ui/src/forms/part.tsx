import { useId, type ReactNode } from "react";

/** A part of a form's page: what it is about, how it stands in a sentence, and what can be done. */
export function Part({ title, says, children }: { title: string; says?: ReactNode; children?: ReactNode }) {
  const id = useId();
  return (
    <section
      aria-labelledby={id}
      className="border-line bg-surface grid content-start gap-3 rounded-lg border p-4"
    >
      <h2 id={id} className="font-semibold">
        {title}
      </h2>
      {says === undefined ? null : <div className="text-soft break-words">{says}</div>}
      {children}
    </section>
  );
}
