import { destinationForm as texts } from "../texts/destination-form.ts";
import { CodeBlock } from "../ui/code-block.tsx";

/** A signing secret, the one time that it is shown. */
export const ShownSecret = ({ secret }: { secret: string }) => (
  <section className="border-warn bg-warn-tint grid gap-2 rounded-lg border p-4">
    <h2 className="font-semibold">{texts.secretTitle}</h2>
    <p>{texts.secretHelp}</p>
    <CodeBlock title={texts.secretTitle} code={secret} />
  </section>
);
