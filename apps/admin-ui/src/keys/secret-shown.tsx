import type { Schemas } from "../api.ts";
import { keysTexts } from "../texts/keys.ts";
import { Button } from "../ui/button.tsx";
import { CodeBlock } from "../ui/code-block.tsx";
import { Dialog } from "../ui/dialog.tsx";

const words = keysTexts.making;

/** A key's secret, the one time that it is shown. */
export const SecretShown = ({
  title,
  made,
  onClose,
}: {
  title: string;
  made: Schemas["AccessKeyWithSecret"];
  onClose: () => void;
}) => (
  <Dialog isOpen onClose={onClose} title={title} description={words.once}>
    <CodeBlock title={words.lines} code={made.environment} />
    <CodeBlock title={words.id} code={made.id} />
    <CodeBlock title={words.secret} code={made.secret} />
    <div className="flex justify-end">
      <Button kind="main" onClick={onClose}>
        {words.done}
      </Button>
    </div>
  </Dialog>
);
