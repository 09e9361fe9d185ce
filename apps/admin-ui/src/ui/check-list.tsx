/** Several of a few things, each with a box and what it means. */
export const CheckList = <Word extends string>({
  legend,
  words,
  chosen,
  onChange,
}: {
  legend: string;
  words: readonly (readonly [word: Word, title: string, meaning?: string])[];
  chosen: readonly Word[];
  onChange: (chosen: Word[]) => void;
}) => (
  <fieldset className="grid gap-1">
    <legend className="mb-1 text-[13px] font-medium">{legend}</legend>
    <div className="border-line grid max-h-56 gap-0.5 overflow-y-auto rounded-md border p-1">
      {words.map(([word, title, meaning]) => (
        <label key={word} className="hover:bg-calm-tint flex items-start gap-2.5 rounded px-2 py-1">
          <input
            type="checkbox"
            className="accent-brand mt-0.5 size-4 shrink-0"
            checked={chosen.includes(word)}
            onChange={({ target }) =>
              onChange(target.checked ? [...chosen, word] : chosen.filter((one) => one !== word))
            }
          />
          <span className="grid">
            <span>{title}</span>
            {meaning === undefined ? null : <span className="text-soft text-xs">{meaning}</span>}
          </span>
        </label>
      ))}
    </div>
  </fieldset>
);
