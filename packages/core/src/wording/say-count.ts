/** `1 form`, `3 forms`, `1000 or more forms`. */
export const sayCount = (count: number, one: string, { many = `${one}s`, isMore = false } = {}): string =>
  `${count}${isMore ? " or more" : ""} ${count === 1 && !isMore ? one : many}`;
