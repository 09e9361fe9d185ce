/** Tells of each line of a bundle which file it comes from. */
export type SourceOf = (lineNumber: number) => string | undefined;

const fileComment = /^\s*\/\/ ([\w@][^\s:]*\.(?:ts|js|mjs|cjs))$/;

/** From the line of comment that esbuild writes before each file. Line numbers count from 0. */
export function sourceLines(bundle: string): SourceOf {
  const begins = bundle.split("\n").flatMap((line, lineNumber) => {
    const file = fileComment.exec(line)?.[1];
    return file === undefined ? [] : [{ lineNumber, file }];
  });
  return (lineNumber) => begins.findLast((begin) => begin.lineNumber <= lineNumber)?.file;
}
