/**
 * Moving through whatever list is shown. A row is an element with `data-row`; within it `data-opens` is what
 * Enter presses (else the first link or button), and a link with `data-page` leads to the item's own page.
 * The row that is open beside the list says `data-open`.
 */
const rows = () =>
  [...document.querySelectorAll<HTMLElement>("[data-row]")].filter(
    (row) => row.closest("[data-panel]") === null && row.checkVisibility(),
  );

const openPanel = () => document.querySelector<HTMLElement>("[data-panel]");

const focusedRow = () => document.activeElement?.closest<HTMLElement>("[data-row]") ?? null;

/** The row one stands on, or the one that is open. */
const currentRow = () => focusedRow() ?? rows().find((row) => row.dataset["open"] !== undefined) ?? null;

/** Puts the focus on the next row, or the one before; with a panel open that one is opened in it. */
export function moveRow(by: 1 | -1): void {
  const all = rows();
  const current = currentRow();
  const at = current === null ? -1 : all.indexOf(current);
  const next = at === -1 ? all[by === 1 ? 0 : all.length - 1] : all[at + by];
  if (next === undefined) return;
  const isOpen = openPanel() !== null;
  next.tabIndex = -1;
  next.focus({ preventScroll: true });
  next.scrollIntoView({ block: "nearest" });
  if (isOpen) open(next);
}

/** Opens the row that has the focus, as a press on it would. */
export function openRow(): boolean {
  const row = focusedRow();
  if (row === null || row !== document.activeElement) return false;
  open(row);
  return true;
}

const open = (row: HTMLElement) =>
  (
    row.querySelector<HTMLElement>("[data-opens]") ??
    row.querySelector<HTMLElement>("a[href], button") ??
    row
  ).click();

/** Goes to the own page of what one stands on, or of what is open. */
export function openPage(): void {
  const link =
    focusedRow()?.querySelector<HTMLElement>("a[data-page]") ??
    openPanel()?.querySelector<HTMLElement>("a[data-page]") ??
    currentRow()?.querySelector<HTMLElement>("a[data-page]") ??
    // What the page itself is about, where it is no list.
    document.querySelector<HTMLElement>("#content a[data-page]:not([data-row] *)");
  link?.click();
}

/** Closes what is open beside the list. */
export const closePanel = (): void => openPanel()?.querySelector<HTMLElement>("[data-close]")?.click();
