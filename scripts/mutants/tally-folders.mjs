const none = { mutants: 0, killed: 0, timedOut: 0, survived: 0, noCoverage: 0, equivalent: 0, notRun: 0 };

/** How many mutants of each folder ended how, and the share noticed of those that a test could notice, in percent. */
export function tallyFolders(mutants) {
  const tallies = new Map();
  for (const { file, outcome } of mutants) {
    for (const folder of [folderOf(file), "all"]) {
      const tally = tallies.get(folder) ?? { folder, ...none };
      tallies.set(folder, { ...tally, mutants: tally.mutants + 1, [outcome]: tally[outcome] + 1 });
    }
  }
  return [...tallies.values()]
    .map((tally) => ({ ...tally, score: scoreOf(tally) }))
    .toSorted(
      (a, b) => Number(a.folder === "all") - Number(b.folder === "all") || (a.folder < b.folder ? -1 : 1),
    );
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
