const none = { mutants: 0, killed: 0, timedOut: 0, survived: 0, noCoverage: 0, equivalent: 0, notRun: 0 };

/**
 * How many mutants of each folder ended how, on which day, and the share noticed of those that a test could notice, in percent.
 */
export function tallyFolders(mutants, measured) {
  const tallies = new Map();
  for (const { file, outcome } of mutants) {
    const folder = folderOf(file);
    const tally = tallies.get(folder) ?? { folder, measured, ...none };
    tallies.set(folder, { ...tally, mutants: tally.mutants + 1, [outcome]: tally[outcome] + 1 });
  }
  return withSum([...tallies.values()]);
}

/** The folders by name, then their sum as `all`, each with its score. */
export function withSum(folders) {
  const sumOf = (key) => folders.reduce((sum, tally) => sum + tally[key], 0);
  const all = Object.fromEntries(Object.keys(none).map((key) => [key, sumOf(key)]));
  const sorted = folders.toSorted((a, b) => (a.folder < b.folder ? -1 : 1));
  return [...sorted, { folder: "all", ...all }].map((tally) => ({ ...tally, score: scoreOf(tally) }));
}

/** `packages/core/src/phone/format-phone.ts` is core/phone's; a file straight in src is its package's. */
function folderOf(file) {
  const [, name, , folder, ...rest] = file.split("/");
  return rest.length > 0 ? `${name}/${folder}` : name;
}

function scoreOf({ mutants, killed, timedOut, equivalent, notRun }) {
  const tested = mutants - equivalent - notRun;
  return tested === 0 ? undefined : Math.round((1000 * (killed + timedOut)) / tested) / 10;
}
