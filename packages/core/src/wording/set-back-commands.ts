/**
 * What a person types to set the local stack's database back, while it is stopped: SQLite's files belong together, so their folder moves as
 * a whole, and the journal beside it stays.
 * @param file the database's main file, absolute: two folders below the one that is moved
 * @param aside where to, absolute
 */
export function setBackCommands(file: string, aside?: string): { moveAside: string; putCopy: string } {
  const folder = file.split("/").slice(0, -2).join("/");
  return {
    moveAside: `mv ${quoted(folder)} ${quoted(aside ?? `${folder}.damaged`)}`,
    putCopy: `cp -R <copy of STATE_DIR>/${folder.split("/").slice(-2).join("/")} ${quoted(folder)}`,
  };
}

const quoted = (path: string) => `'${path.replaceAll("'", String.raw`'\''`)}'`;
