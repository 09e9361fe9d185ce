import { Download } from "lucide-react";
import { csvLine, download } from "../format/csv.ts";
import { shared } from "../texts/shared.ts";
import { Button } from "./button.tsx";

/** Saves rows as a file for spreadsheets. @param name of the file, without its ending @param what names it to whoever does not see what stands beside */
export function CsvButton({
  name,
  what,
  rows,
}: {
  name: string;
  what: string;
  rows: readonly (readonly (string | number | null)[])[];
}) {
  const save = () => download(`${name}.csv`, rows.map(csvLine));
  return (
    <Button onClick={save} aria-label={shared.saveCsv(what)}>
      <Download aria-hidden className="size-3.5" />
      {shared.csv}
    </Button>
  );
}
