import { useId, type ReactNode } from "react";
import { emptyRule, isGroup, type Group, type Rule, type SubGroup } from "../../format/conditions.ts";
import { conditions as texts } from "../../texts/conditions.ts";
import { Button } from "../button.tsx";
import { ConditionRow } from "./condition-row.tsx";

/** Conditions of which all or any must hold, and groups of them within. */
export function ConditionGroup({
  group: { join, rules },
  fields,
  onChange,
  more,
}: {
  group: Group;
  fields: readonly string[];
  onChange: (group: Group) => void;
  more?: ReactNode;
}) {
  const names = useId();
  const set = (index: number, one: Rule | SubGroup) =>
    onChange({ join, rules: rules.map((rule, at) => (at === index ? one : rule)) });
  const remove = (index: number) => onChange({ join, rules: rules.filter((_, at) => at !== index) });
  return (
    <div className="grid gap-2">
      <datalist id={names}>
        {fields.map((name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
      {rules.length === 0 ? <p className="text-soft">{texts.none}</p> : null}
      {rules.length < 2 ? null : <Join join={join} onChange={(to) => onChange({ join: to, rules })} />}
      {rules.map((one, index) =>
        isGroup(one) ? (
          <Within
            key={index}
            group={one}
            names={names}
            onChange={(to) => set(index, to)}
            onRemove={() => remove(index)}
          />
        ) : (
          <ConditionRow
            key={index}
            rule={one}
            number={index + 1}
            names={names}
            onChange={(to) => set(index, to)}
            onRemove={() => remove(index)}
          />
        ),
      )}
      <div className="flex flex-wrap gap-2">
        <Button onClick={() => onChange({ join, rules: [...rules, emptyRule] })}>{texts.add}</Button>
        {rules.length === 0 ? null : (
          <Button
            onClick={() =>
              onChange({
                join,
                rules: [...rules, { join: join === "and" ? "or" : "and", rules: [emptyRule, emptyRule] }],
              })
            }
          >
            {texts.addGroup}
          </Button>
        )}
        {more}
      </div>
    </div>
  );
}

const Join = ({ join, onChange }: { join: "and" | "or"; onChange: (join: "and" | "or") => void }) => (
  <select
    aria-label={texts.joinLabel}
    className="bg-raised border-line h-8 justify-self-start rounded-md border px-2 font-medium"
    value={join}
    onChange={({ target }) => onChange(target.value === "or" ? "or" : "and")}
  >
    <option value="and">{texts.and}</option>
    <option value="or">{texts.or}</option>
  </select>
);

function Within({
  group: { join, rules },
  names,
  onChange,
  onRemove,
}: {
  group: SubGroup;
  names: string;
  onChange: (group: SubGroup) => void;
  onRemove: () => void;
}) {
  return (
    <fieldset
      aria-label={texts.group}
      className="border-line bg-calm-tint/50 grid gap-2 rounded-lg border p-3"
    >
      <div className="flex items-center gap-2">
        <Join join={join} onChange={(to) => onChange({ join: to, rules })} />
        <Button kind="quiet" className="ms-auto" onClick={onRemove}>
          {texts.removeGroup}
        </Button>
      </div>
      {rules.map((rule, index) => (
        <ConditionRow
          key={index}
          rule={rule}
          number={index + 1}
          names={names}
          onChange={(to) => onChange({ join, rules: rules.map((one, at) => (at === index ? to : one)) })}
          onRemove={() => onChange({ join, rules: rules.filter((_, at) => at !== index) })}
        />
      ))}
      <div>
        <Button onClick={() => onChange({ join, rules: [...rules, emptyRule] })}>{texts.add}</Button>
      </div>
    </fieldset>
  );
}
