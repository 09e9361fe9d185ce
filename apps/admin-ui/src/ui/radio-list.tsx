import { useId } from "react";

/** One of a few things, each with what it means. */
export function RadioList<Word extends string>({
  legend,
  words,
  value,
  onChange,
}: {
  legend: string;
  words: readonly (readonly [word: Word, title: string, meaning: string])[];
  value: Word;
  onChange: (word: Word) => void;
}) {
  const name = useId();
  return (
    <fieldset className="grid gap-1">
      <legend className="mb-1 text-[13px] font-medium">{legend}</legend>
      {words.map(([word, title, meaning]) => (
        <label
          key={word}
          className="border-line has-checked:border-brand has-checked:bg-brand-tint flex items-start gap-2.5 rounded-md border px-3 py-2"
        >
          <input
            type="radio"
            name={name}
            className="accent-brand mt-0.5 size-4 shrink-0"
            checked={value === word}
            onChange={() => onChange(word)}
          />
          <span className="grid">
            <span className="font-medium">{title}</span>
            <span className="text-soft text-xs">{meaning}</span>
          </span>
        </label>
      ))}
    </fieldset>
  );
}
