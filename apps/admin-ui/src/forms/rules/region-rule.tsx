import { useState } from "react";
import type { Schemas } from "../../api.ts";
import { formsTexts } from "../../texts/forms.ts";
import { useClients } from "../../shell/use-clients.ts";
import { TextField } from "../../ui/text-field.tsx";
import { useChangeForm } from "../use-change-form.ts";
import { Rule } from "./rule.tsx";

const texts = formsTexts.rules.region;

/** Where numbers without a country code are from. */
export function RegionRule({ form, mayWrite }: { form: Schemas["Form"]; mayWrite: boolean }) {
  const saved = form.default_region ?? "";
  const [text, setText] = useState(saved);
  const { clients } = useClients();
  const ofClient = clients.find(({ id }) => id === form.client_id)?.phone_country ?? null;
  const { change, error, isPending } = useChangeForm(form);
  const region = text.trim() === "" ? null : text.trim().toUpperCase();
  return (
    <Rule
      title={texts.title}
      now={texts.words(form.default_region, ofClient)}
      would={region === form.default_region ? null : texts.words(region, ofClient)}
      control={
        mayWrite ? (
          <TextField
            label={texts.label}
            help={texts.help}
            maxLength={2}
            value={text}
            onChange={({ target }) => setText(target.value)}
          />
        ) : null
      }
      isPending={isPending}
      error={error}
      onSave={() => change({ default_region: region })}
      onDiscard={() => setText(saved)}
    />
  );
}
