import { useState } from "react";
import type { Schemas } from "../../api.ts";
import { formsTexts } from "../../texts/forms.ts";
import { SelectField } from "../../ui/select-field.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { Part } from "../part.tsx";
import { SaveRow } from "../save-row.tsx";
import { useChangeForm } from "../use-change-form.ts";

const texts = formsTexts.thanks;
const statuses = { "301": 301, "302": 302, "303": 303 } as const;

/** Where people go once they sent the form, and the rule by which that is chosen. */
export function ThanksPart({ form, mayWrite }: { form: Schemas["Form"]; mayWrite: boolean }) {
  const saved = { url: form.thank_you_url ?? "", status: form.redirect_status };
  const [said, setSaid] = useState(saved);
  const { change, error, isPending } = useChangeForm(form);
  const url = said.url.trim() === "" ? null : said.url.trim();
  return (
    <Part title={texts.title} says={texts.now(form.thank_you_url, form.allowed_hosts)}>
      {mayWrite ? (
        <form
          className="grid gap-3"
          onSubmit={(event) => {
            event.preventDefault();
            change({ thank_you_url: url, redirect_status: said.status });
          }}
        >
          <TextField
            label={texts.label}
            help={texts.help}
            type="url"
            maxLength={2_000}
            value={said.url}
            onChange={({ target }) => setSaid({ ...said, url: target.value })}
          />
          <SelectField
            label={texts.status}
            value={`${said.status}`}
            words={(["301", "302", "303"] as const).map((code) => [code, texts.statuses[code]])}
            onChange={(code) => setSaid({ ...said, status: statuses[code] })}
          />
          <SaveRow
            isChanged={said.url.trim() !== saved.url || said.status !== saved.status}
            isPending={isPending}
            error={error}
            onDiscard={() => setSaid(saved)}
          />
        </form>
      ) : null}
    </Part>
  );
}
