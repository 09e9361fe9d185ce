import { rules as texts } from "../texts/limits.ts";
import { inputClass } from "../ui/input-class.ts";
import { Switch } from "../ui/switch.tsx";
import { TextField } from "../ui/text-field.tsx";
import type { RulesDraft } from "./rules-draft.ts";

/** Which leads it may give back. */
export const ReturnsFields = ({
  draft,
  faults,
  onChange,
}: {
  draft: RulesDraft;
  faults: Readonly<Record<string, string>>;
  onChange: (changed: Partial<RulesDraft>) => void;
}) => (
  <section aria-label={texts.returns} className="grid gap-3">
    <h2 className="text-sm font-semibold">{texts.returns}</h2>
    <Switch label={texts.mayReturn} isOn={draft.returns} onChange={(returns) => onChange({ returns })}>
      {draft.returns ? texts.returnsOn : texts.returnsOff}
    </Switch>
    {draft.returns ? (
      <>
        <label className="grid gap-1">
          <span className="text-[13px] font-medium">{texts.reasons}</span>
          <textarea
            rows={3}
            maxLength={5_000}
            className={`${inputClass} h-auto! py-2`}
            value={draft.reasons}
            onChange={({ target }) => onChange({ reasons: target.value })}
          />
          <span className="text-soft text-xs">{texts.reasonsHelp}</span>
        </label>
        <TextField
          label={texts.withinDays}
          help={texts.emptyAny}
          inputMode="numeric"
          maxLength={3}
          value={draft.days}
          fault={faults["returns.within_days"]}
          onChange={({ target }) => onChange({ days: target.value })}
        />
        <TextField
          label={texts.mostPerMonth}
          help={texts.emptyAny}
          inputMode="numeric"
          maxLength={7}
          value={draft.most}
          fault={faults["returns.most_per_month"]}
          onChange={({ target }) => onChange({ most: target.value })}
        />
        <Switch label={texts.passOn} isOn={draft.passOn} onChange={(passOn) => onChange({ passOn })} />
      </>
    ) : null}
  </section>
);
