import type { Schemas } from "../api.ts";
import { sourcesTexts } from "../texts/sources.ts";
import { Button } from "../ui/button.tsx";
import { CodeBlock } from "../ui/code-block.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { GuideSteps } from "./guide-steps.tsx";

const words = sourcesTexts.making;

/** What the other system is given, the one time that it is shown, and what is done with it there. */
export const SecretsShown = ({
  title,
  made,
  onClose,
}: {
  title: string;
  made: Schemas["SourceWithSecrets"];
  onClose: () => void;
}) => (
  <Dialog isOpen onClose={onClose} title={title} description={words.once}>
    {made.secrets.map(({ name, label, value }) => (
      <CodeBlock key={name} title={label} code={value} />
    ))}
    <h3 className="text-[13px] font-medium">{words.steps}</h3>
    <GuideSteps steps={made.guide} />
    <div className="flex justify-end">
      <Button kind="main" onClick={onClose}>
        {words.done}
      </Button>
    </div>
  </Dialog>
);
