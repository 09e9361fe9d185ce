import { useState } from "react";
import type { Schemas } from "../../api.ts";
import { formsTexts } from "../../texts/forms.ts";
import { TextArea } from "../../ui/text-area.tsx";
import { Part } from "../part.tsx";
import { SaveRow } from "../save-row.tsx";
import { useChangeForm } from "../use-change-form.ts";

const texts = formsTexts.hosts;

/** Which pages may read the answer to their posts, and are led back to. */
export function HostsPart({ form, mayWrite }: { form: Schemas["Form"]; mayWrite: boolean }) {
  const saved = form.allowed_hosts.join("\n");
  const [text, setText] = useState(saved);
  const { change, error, isPending } = useChangeForm(form);
  const hosts = text.split(/[\s,]+/).filter((host) => host !== "");
  return (
    <Part title={texts.title} says={texts.now(form.allowed_hosts)}>
      {mayWrite ? (
        <form
          className="grid gap-3"
          onSubmit={(event) => {
            event.preventDefault();
            change({ allowed_hosts: hosts });
          }}
        >
          <TextArea
            label={texts.label}
            help={texts.help}
            rows={Math.min(6, Math.max(2, hosts.length + 1))}
            maxLength={10_000}
            value={text}
            onChange={({ target }) => setText(target.value)}
          />
          <SaveRow
            isChanged={text.trim() !== saved}
            isPending={isPending}
            error={error}
            onDiscard={() => setText(saved)}
          />
        </form>
      ) : null}
    </Part>
  );
}
