import { useId, type ReactNode } from "react";

/** A part of a page under its own heading. */
export function Section({ title, children }: { title: string; children: ReactNode }) {
  const id = useId();
  return (
    <section aria-labelledby={id} className="grid justify-items-start gap-2 px-4 py-4 *:max-w-full">
      <h3 id={id} className="text-soft text-xs font-medium">
        {title}
      </h3>
      {children}
    </section>
  );
}
