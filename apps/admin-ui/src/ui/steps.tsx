import type { Schemas } from "../api.ts";
import { When } from "./when.tsx";
import { Said } from "./said.tsx";

/** What happened, step by step, each with its time. */
export const Steps = ({ steps }: { steps: readonly Schemas["Step"][] }) => (
  <ol className="border-line ms-1.5 grid gap-3 border-s">
    {steps.map((step, index) => (
      <li key={`${step.at} ${index}`} className="relative grid gap-0.5 ps-4">
        <span
          aria-hidden
          className={`absolute -start-1 top-1.5 size-2 rounded-full ${step.error === null ? "bg-brand" : "bg-bad"}`}
        />
        <span className="text-soft text-xs">
          <When at={step.at} />
        </span>
        <span>
          <Said text={step.what} />
        </span>
        {step.error === null ? null : <span className="text-bad break-words">{step.error}</span>}
        {step.note === null ? null : (
          <blockquote className="bg-calm-tint rounded-md px-3 py-2 whitespace-pre-wrap">
            {step.note}
          </blockquote>
        )}
      </li>
    ))}
  </ol>
);
