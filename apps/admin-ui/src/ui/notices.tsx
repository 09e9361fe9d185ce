import type { ReactNode } from "react";
import { problemOf } from "../format/problem.ts";
import { Button } from "./button.tsx";
import { shared } from "../texts/shared.ts";

/** Where there is nothing: what would be here, and what to do for it. */
export const Empty = ({ title, children }: { title: string; children?: ReactNode }) => (
  <div className="mx-auto grid max-w-md justify-items-center gap-2 px-4 py-16 text-center">
    <p className="text-sm font-medium">{title}</p>
    <div className="text-soft grid justify-items-center gap-3">{children}</div>
  </div>
);

/** What could not be shown, in the API's words, and how to try again. */
export function Failed({ error, retry }: { error: unknown; retry?: () => void }) {
  const { title, detail } = problemOf(error);
  return (
    <div role="alert" className="mx-auto grid max-w-md justify-items-center gap-2 px-4 py-16 text-center">
      <p className="text-bad text-sm font-medium">{title}</p>
      <p className="text-soft">{detail}</p>
      {retry === undefined ? null : <Button onClick={retry}>{shared.tryAgain}</Button>}
    </div>
  );
}

/** A refusal beside the form or button that it is about. */
export const Refused = ({ error }: { error: unknown }) =>
  error === null || error === undefined ? null : (
    <p role="alert" className="bg-bad-tint text-bad rounded-md px-3 py-2 text-[13px]">
      {problemOf(error).detail}
    </p>
  );

/** Grey lines where rows will be. */
export const Loading = ({ rows = 8 }: { rows?: number }) => (
  <div role="status" aria-label={shared.loading} className="grid gap-px">
    {Array.from({ length: rows }, (_, row) => (
      <div key={row} className="border-line flex h-10 items-center border-b px-4">
        <div className="bg-calm-tint h-3 w-2/5 animate-pulse rounded" />
      </div>
    ))}
  </div>
);
