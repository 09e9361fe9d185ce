/** One of a few views of a list, each a press away. */
export const Views = <Word extends string>({
  label,
  value,
  views,
  onChange,
}: {
  label: string;
  /** undefined: all of it. */
  value: Word | undefined;
  views: readonly (readonly [word: Word | undefined, title: string])[];
  onChange: (word: Word | undefined) => void;
}) => (
  <div role="group" aria-label={label} className="border-line flex gap-1 overflow-x-auto border-b px-3 py-2">
    {views.map(([word, title]) => (
      <button
        key={title}
        type="button"
        aria-pressed={word === value}
        onClick={() => onChange(word)}
        className="text-soft hover:bg-calm-tint hover:text-ink aria-pressed:bg-brand-tint aria-pressed:text-brand h-7 shrink-0 rounded-full px-3 text-[13px] font-medium"
      >
        {title}
      </button>
    ))}
  </div>
);
