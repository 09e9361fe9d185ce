import { destinationForm as texts } from "../texts/destination-form.ts";

const steps = ["settings", "test", "leads"] as const;

/** How far one is. */
export const WizardSteps = ({ at }: { at: (typeof steps)[number] }) => (
  <ol aria-label={texts.stepsLabel} className="flex items-center gap-2 text-xs">
    {steps.map((step, index) => (
      <li
        key={step}
        aria-current={step === at ? "step" : undefined}
        className="text-soft aria-[current]:text-brand flex items-center gap-1.5 aria-[current]:font-medium"
      >
        <span
          aria-hidden
          className="border-line grid size-5 place-items-center rounded-full border tabular-nums"
        >
          {index + 1}
        </span>
        {texts.steps[step]}
      </li>
    ))}
  </ol>
);
