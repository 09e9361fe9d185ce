import { Field } from "@base-ui/react/field";
import { schemaForm as texts } from "../../texts/schema-form.ts";
import { Button } from "../button.tsx";
import { inputClass } from "../input-class.ts";
import { WithCode } from "../with-code.tsx";
import type { Setting } from "./draft.ts";
import { SettingControl } from "./setting-control.tsx";

/** One setting with its label, its help, an example, and what is wrong with it. */
export function SettingField({
  setting,
  value,
  locked,
  fault,
  isRequired,
  onChange,
  onUnlock,
}: {
  setting: Setting;
  value: string | boolean;
  /** What is known of a secret that is set; undefined: it can be typed. */
  locked: string | undefined;
  fault: string | undefined;
  isRequired: boolean;
  onChange: (value: string | boolean) => void;
  onUnlock: () => void;
}) {
  const { label, help, type } = setting;
  if (type === "switch")
    return (
      <Field.Root className="grid gap-1">
        <div className="flex items-start gap-2">
          <SettingControl {...{ setting, value, isRequired, onChange }} />
          <Field.Label className="text-[13px] leading-5 font-medium">{label}</Field.Label>
        </div>
        <Field.Description className="text-soft ps-6 text-xs">
          <WithCode text={sentence(help)} />
        </Field.Description>
      </Field.Root>
    );
  return (
    <Field.Root invalid={fault !== undefined} className="grid gap-1">
      <Field.Label className="text-[13px] font-medium">
        {label}
        {setting.is_optional ? <span className="text-soft font-normal"> {texts.optional}</span> : null}
      </Field.Label>
      {locked === undefined ? (
        <SettingControl {...{ setting, value, isRequired, onChange }} />
      ) : (
        <div className="flex items-center gap-2">
          <Field.Control
            readOnly
            value={locked === "" ? texts.isSet : texts.isSetAs(locked)}
            className={`${inputClass} text-soft min-w-0 flex-1`}
          />
          <Button onClick={onUnlock} aria-label={texts.changeOf(label)}>
            {texts.change}
          </Button>
        </div>
      )}
      <Field.Description className="text-soft text-xs">
        <WithCode text={sentence(help)} />
      </Field.Description>
      <Field.Error match={fault !== undefined} className="text-bad text-xs">
        {fault === undefined ? null : `${label} ${fault}.`}
      </Field.Error>
    </Field.Root>
  );
}

const sentence = (help: string) =>
  `${help.slice(0, 1).toUpperCase()}${help.slice(1)}${help.endsWith(".") ? "" : "."}`;
