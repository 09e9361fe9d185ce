import { useId } from "react";

/** A labelled choice of one out of a few words. */
export function SelectField<Word extends string>({
  label,
  help,
  value,
  words,
  onChange,
  isDisabled = false,
}: {
  label: string;
  help?: string;
  value: Word | "";
  words: readonly (readonly [word: Word, title: string])[];
  onChange: (word: Word) => void;
  isDisabled?: boolean;
}) {
  const id = useId();
  return (
    <div className="grid gap-1">
      <label htmlFor={id} className="text-[13px] font-medium">
        {label}
      </label>
      <select
        id={id}
        value={value}
        disabled={isDisabled}
        aria-describedby={help === undefined ? undefined : `${id}-help`}
        onChange={({ target }) => {
          const word = words.find(([one]) => one === target.value)?.[0];
          if (word !== undefined) onChange(word);
        }}
        className="bg-raised border-line h-9 w-full rounded-md border px-2 text-[13px] max-sm:text-base"
      >
        {words.some(([word]) => word === value) ? null : <option value={value} />}
        {words.map(([word, title]) => (
          <option key={word} value={word}>
            {title}
          </option>
        ))}
      </select>
      {help === undefined ? null : (
        <p id={`${id}-help`} className="text-soft text-xs">
          {help}
        </p>
      )}
    </div>
  );
}
