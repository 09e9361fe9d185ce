import { useState } from "react";
import { fromFilter, toFilter, type Group } from "../../format/conditions.ts";
import { conditions as texts } from "../../texts/conditions.ts";
import { Button } from "../button.tsx";
import { inputClass } from "../input-class.ts";
import { ConditionGroup } from "./condition-group.tsx";

type Filter = Readonly<Record<string, unknown>>;

/** A condition as a form of fields, comparisons and values, groups one level deep; as JSON where somebody wants that, or it says more. */
export function ConditionBuilder({
  filter,
  fields,
  onChange,
}: {
  /** As it begins; null: none. */
  filter: Filter | null;
  /** Names that may be meant; others may be typed. */
  fields: readonly string[];
  /** @param filter undefined: what was typed is no JSON yet */
  onChange: (filter: Filter | null | undefined) => void;
}) {
  const [group, setGroup] = useState(() => fromFilter(filter));
  const [text, setText] = useState(() => (group === undefined ? JSON.stringify(filter, null, 2) : undefined));
  const read = text === undefined ? undefined : readJson(text);
  const change = (changed: Group) => {
    setGroup(changed);
    onChange(toFilter(changed));
  };
  if (text !== undefined) {
    const shown = read === undefined ? undefined : fromFilter(read);
    return (
      <div className="grid gap-2">
        {read !== undefined && shown === undefined ? <p className="text-soft">{texts.noForm}</p> : null}
        <label className="grid gap-1">
          <span className="font-medium">{texts.jsonLabel}</span>
          <textarea
            rows={10}
            spellCheck={false}
            className={`${inputClass} h-auto! py-2 font-mono`}
            value={text}
            onChange={({ target }) => {
              setText(target.value);
              onChange(readJson(target.value));
            }}
          />
          <span className="text-soft text-xs">{texts.jsonHelp}</span>
        </label>
        {read === undefined ? (
          <p role="alert" className="text-bad text-xs">
            {texts.noJson}
          </p>
        ) : null}
        <div>
          <Button
            why={shown === undefined ? (read === undefined ? texts.noJson : texts.noForm) : undefined}
            onClick={() => {
              setGroup(shown);
              setText(undefined);
            }}
          >
            {texts.form}
          </Button>
        </div>
      </div>
    );
  }
  return (
    <div className="grid gap-2">
      <ConditionGroup
        group={group ?? { join: "and", rules: [] }}
        fields={fields}
        onChange={change}
        more={
          <Button
            kind="quiet"
            onClick={() => setText(JSON.stringify(group === undefined ? null : toFilter(group), null, 2))}
          >
            {texts.json}
          </Button>
        }
      />
    </div>
  );
}

/** undefined: it is no JSON, or no condition. */
function readJson(text: string): Filter | null | undefined {
  if (text.trim() === "" || text.trim() === "null") return null;
  try {
    const read: unknown = JSON.parse(text);
    return typeof read === "object" && read !== null && !Array.isArray(read) ? { ...read } : undefined;
  } catch {
    return undefined;
  }
}
