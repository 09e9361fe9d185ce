import { shared } from "../texts/shared.ts";

/** A filter with a few words to choose from. */
export const Choice = <Word extends string>({
  label,
  value,
  words,
  none = shared.any,
  onChange,
}: {
  label: string;
  value: Word | undefined;
  words: readonly (readonly [word: Word, title: string])[];
  /** What is shown where none of them is chosen. */
  none?: string;
  onChange: (word: Word | undefined) => void;
}) => (
  <label className="bg-raised border-line flex h-8 items-center gap-1.5 rounded-md border ps-3 pe-1">
    <span className="text-soft">{label}</span>
    <select
      className="h-7 max-w-44 field-sizing-content bg-transparent font-medium"
      value={value ?? ""}
      onChange={(event) => onChange(words.find(([word]) => word === event.target.value)?.[0])}
    >
      <option value="">{none}</option>
      {/* What is looked at by stands there, though it is none of the words: a client's that is not looked at any more. */}
      {value === undefined || words.some(([word]) => word === value) ? null : (
        <option value={value}>{value}</option>
      )}
      {words.map(([word, title]) => (
        <option key={word} value={word}>
          {title}
        </option>
      ))}
    </select>
  </label>
);
