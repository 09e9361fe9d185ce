import { X } from "lucide-react";
import { operators, takesValue, type Rule } from "../../format/conditions.ts";
import { conditions as texts, operatorTexts } from "../../texts/conditions.ts";
import { Button } from "../button.tsx";
import { inputClass } from "../input-class.ts";

/** One comparison: a field, how it is compared, and with what. */
export function ConditionRow({
  rule,
  number,
  names,
  onChange,
  onRemove,
}: {
  rule: Rule;
  number: number;
  /** The list of names that may be meant. */
  names: string;
  onChange: (rule: Rule) => void;
  onRemove: () => void;
}) {
  const isList = rule.operator === "one_of" || rule.operator === "none_of";
  return (
    <div role="group" aria-label={texts.rule(number)} className="flex flex-wrap items-center gap-2">
      <input
        aria-label={texts.field}
        placeholder={texts.field}
        list={names}
        maxLength={500}
        className={`${inputClass} flex-[2_1_10rem]`}
        value={rule.field}
        onChange={({ target }) => onChange({ ...rule, field: target.value })}
      />
      <select
        aria-label={texts.operator}
        className={`${inputClass} flex-[1_1_9rem]`}
        value={rule.operator}
        onChange={({ target }) =>
          onChange({ ...rule, operator: operators.find((one) => one === target.value) ?? "is" })
        }
      >
        {operators.map((one) => (
          <option key={one} value={one}>
            {operatorTexts[one]}
          </option>
        ))}
      </select>
      {takesValue(rule.operator) ? (
        <input
          aria-label={isList ? texts.values : texts.value}
          placeholder={isList ? texts.values : texts.value}
          maxLength={2_000}
          className={`${inputClass} flex-[2_1_10rem]`}
          value={rule.value}
          onChange={({ target }) => onChange({ ...rule, value: target.value })}
        />
      ) : (
        <span className="flex-[2_1_10rem] max-sm:hidden" />
      )}
      <Button kind="quiet" aria-label={texts.remove(texts.rule(number))} onClick={onRemove}>
        <X aria-hidden className="size-4" />
      </Button>
    </div>
  );
}
