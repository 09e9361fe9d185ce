import type { Schemas } from "../api.ts";
import { destinationForm as texts } from "../texts/destination-form.ts";
import { WithCode } from "../ui/with-code.tsx";

/** Where its owner finds what the form asks for, step by step, beside it. */
export const KindGuide = ({ kind: { title, guide } }: { kind: Schemas["DestinationKind"] }) => (
  <aside
    aria-label={texts.guide(title)}
    className="bg-calm-tint grid content-start gap-2 self-start rounded-lg p-4"
  >
    <h2 className="font-semibold">{texts.guide(title)}</h2>
    <ol className="text-soft grid list-decimal gap-2 ps-4">
      {guide.map((step) => (
        <li key={step}>
          <WithCode text={step} />
        </li>
      ))}
    </ol>
  </aside>
);
