import { Field } from "@base-ui/react/field";
import { schemaForm as texts } from "../../texts/schema-form.ts";
import { inputClass } from "../input-class.ts";
import type { Setting } from "./draft.ts";

/** What a setting is typed into, or chosen by. */
export function SettingControl({
  setting,
  value,
  isRequired,
  onChange,
}: {
  setting: Setting;
  value: string | boolean;
  isRequired: boolean;
  onChange: (value: string | boolean) => void;
}) {
  const { type, name, choices, usual, is_secret } = setting;
  if (type === "switch")
    return (
      <Field.Control
        render={
          <input
            type="checkbox"
            name={name}
            className="accent-brand mt-0.5 size-4 shrink-0"
            checked={value === true}
            onChange={({ target }) => onChange(target.checked)}
          />
        }
      />
    );
  const text = String(value);
  if (type === "choice")
    return (
      <Field.Control
        render={
          <select
            name={name}
            required={isRequired}
            className={inputClass}
            value={text}
            onChange={({ target }) => onChange(target.value)}
          >
            {usual === null ? <option value="">{isRequired ? texts.choose : texts.notSet}</option> : null}
            {choices?.map((choice) => (
              <option key={choice} value={choice}>
                {choice.replaceAll("_", " ")}
              </option>
            ))}
          </select>
        }
      />
    );
  const example = exampleOf(setting);
  if (type === "list" || isLong(setting))
    return (
      <Field.Control
        render={
          <textarea
            name={name}
            required={isRequired}
            rows={type === "list" ? 3 : 5}
            spellCheck={false}
            className={`${inputClass} h-auto! py-2`}
            placeholder={example}
            value={text}
            onChange={({ target }) => onChange(target.value)}
          />
        }
      />
    );
  return (
    <Field.Control
      name={name}
      required={isRequired}
      type={type === "url" ? "url" : is_secret ? "password" : "text"}
      inputMode={type === "number" ? "numeric" : undefined}
      autoComplete="off"
      data-1p-ignore
      spellCheck={false}
      placeholder={example}
      className={inputClass}
      value={text}
      onChange={({ target }) => onChange(target.value)}
    />
  );
}

const isLong = ({ example }: Setting) =>
  typeof example === "string" && (example.includes("\n") || example.length > 200);

function exampleOf({ example, type }: Setting): string | undefined {
  if (Array.isArray(example)) return example.join("\n");
  if (typeof example === "number") return String(example);
  if (typeof example !== "string" || (type !== "list" && example.length > 200)) return undefined;
  return texts.suchAs(example);
}
