import { formsTexts } from "../../texts/forms.ts";
import { shared } from "../../texts/shared.ts";
import type { Column } from "../../ui/table.tsx";
import type { FieldRow } from "./field-rows.ts";

const texts = formsTexts.fields;

/** What is told of each field; `pick` changes what it is taken for, null where one may not. */
export const fieldColumns = ({
  of,
  pick,
}: {
  of: number;
  pick: ((name: string, target: string) => void) | null;
}): Column<FieldRow>[] => [
  { title: texts.columns.name, cell: ({ name }) => <code className="break-all">{name}</code> },
  {
    title: texts.columns.seen,
    cell: ({ posts, isRefused }) => (
      <span className="text-soft whitespace-nowrap">
        {posts > 0 ? texts.seen(posts, of) : isRefused ? texts.refusedOnly : texts.unseen}
      </span>
    ),
  },
  {
    title: texts.columns.taken,
    cell: (row) =>
      pick === null ? (
        takenFor(row)
      ) : (
        <select
          aria-label={texts.takenFor(row.name)}
          value={row.target}
          onChange={({ target }) => pick(row.name, target.value)}
          className="bg-raised border-line h-8 w-full max-w-64 min-w-36 rounded-md border px-2 max-sm:text-base"
        >
          <option value="">
            {row.byName === null ? texts.nothing : texts.asUsual(texts.fieldOf(row.byName))}
          </option>
          {Object.entries(texts.names).map(([field, name]) => (
            <option key={field} value={field}>
              {name}
            </option>
          ))}
          {row.target !== "" && texts.names[row.target] === undefined ? (
            <option value={row.target}>{row.target}</option>
          ) : null}
        </select>
      ),
  },
  {
    title: texts.columns.sample,
    cell: ({ sample }) => <span className="line-clamp-1 max-w-56 break-all">{sample ?? shared.none}</span>,
  },
  {
    title: texts.columns.why,
    cell: ({ why }) => <span className="text-soft">{texts.why[why]}</span>,
    wide: true,
  },
];

const takenFor = ({ target, byName }: FieldRow): string => {
  const field = target === "" ? byName : target;
  return field === null ? texts.nothing : texts.fieldOf(field);
};
