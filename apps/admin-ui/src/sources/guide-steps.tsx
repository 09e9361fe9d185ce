/** How something is set up in another system, step by step. */
export const GuideSteps = ({ steps }: { steps: readonly string[] }) => (
  <ol className="grid list-decimal gap-1.5 pl-5 break-words">
    {steps.map((step) => (
      <li key={step}>{step}</li>
    ))}
  </ol>
);
