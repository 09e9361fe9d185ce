import { getRouteApi } from "@tanstack/react-router";
import { useMay } from "../../shell/use-may.ts";
import { formsTexts } from "../../texts/forms.ts";
import type { TabProps } from "../tab-props.ts";
import { ChoiceRule } from "./choice-rule.tsx";
import { NamePart } from "./name-part.tsx";
import { NumberRule } from "./number-rule.tsx";
import { RegionRule } from "./region-rule.tsx";
import { RemovePart } from "./remove-part.tsx";

const texts = formsTexts.rules;
const frame = getRouteApi("/frame");
const onOff = (word: "on" | "off" | "usual") => (word === "usual" ? null : word === "on");

/** What becomes of what comes in, a sentence each; what it is now, and what it would be. */
export function RulesTab({ form }: TabProps) {
  const usual = frame.useRouteContext({ select: ({ you }) => you.form_defaults });
  const mayWrite = useMay("config:write", form.client_id) && form.deleted_at === null;
  const guard = form.identity_guard === null ? "usual" : form.identity_guard ? "on" : "off";
  const { reengage_basis } = form;
  // Each begins anew where what it says is another: what is typed into the others stays.
  return (
    <>
      <p className="text-soft">{texts.intro}</p>
      <div className="border-line bg-surface divide-line divide-y rounded-lg border">
        <NumberRule
          key={`duplicates ${form.duplicate_window_minutes}`}
          form={form}
          mayWrite={mayWrite}
          title={texts.duplicates.title}
          label={texts.duplicates.label}
          most={43_200}
          value={form.duplicate_window_minutes}
          usual={usual.duplicate_window_minutes}
          short={texts.duplicates.short}
          says={texts.duplicates.words}
          changeOf={(duplicate_window_minutes) => ({ duplicate_window_minutes })}
        />
        <NumberRule
          key={`reengage ${form.reengage_hours}`}
          form={form}
          mayWrite={mayWrite}
          title={texts.reengage.title}
          label={texts.reengage.label}
          most={8_760}
          value={form.reengage_hours}
          usual={usual.reengage_hours}
          short={texts.reengage.short}
          says={(hours) => texts.reengage.words(hours, reengage_basis)}
          changeOf={(reengage_hours) => ({ reengage_hours })}
        />
        <ChoiceRule
          key={`basis ${reengage_basis}`}
          form={form}
          mayWrite={mayWrite}
          title={texts.reengage.basis}
          label={texts.reengage.basis}
          value={reengage_basis}
          words={[
            ["last_submission", texts.reengage.bases.last_submission],
            ["last_send", texts.reengage.bases.last_send],
          ]}
          says={(basis) => texts.reengage.words(form.reengage_hours ?? usual.reengage_hours, basis)}
          changeOf={(basis) => ({ reengage_basis: basis })}
        />
        <ChoiceRule
          key={`guard ${guard}`}
          form={form}
          mayWrite={mayWrite}
          title={texts.guard.title}
          label={texts.guard.label}
          value={guard}
          words={[
            ["usual", texts.usualIs(usual.identity_guard ? texts.guard.on : texts.guard.off)],
            ["on", texts.guard.on],
            ["off", texts.guard.off],
          ]}
          says={(word) => texts.guard.words(onOff(word) ?? usual.identity_guard)}
          changeOf={(word) => ({ identity_guard: onOff(word) })}
        />
        <ChoiceRule
          key={`honeypot ${form.honeypot_mode}`}
          form={form}
          mayWrite={mayWrite}
          title={texts.honeypot.title}
          label={texts.honeypot.label}
          value={form.honeypot_mode ?? "usual"}
          words={[
            ["usual", texts.usual],
            ["log", texts.honeypot.choices.log],
            ["quarantine", texts.honeypot.choices.quarantine],
            ["off", texts.honeypot.choices.off],
          ]}
          says={(word) => texts.honeypot.words[word]}
          changeOf={(word) => ({ honeypot_mode: word === "usual" ? null : word })}
        />
        <RegionRule key={`region ${form.default_region}`} form={form} mayWrite={mayWrite} />
      </div>
      {mayWrite ? (
        <>
          <NamePart key={`name ${form.name}`} form={form} />
          <RemovePart form={form} />
        </>
      ) : null}
    </>
  );
}
