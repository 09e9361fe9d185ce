/** Words of the dead letters' pages. */
export const deadLetters = {
  sendAll: "Send all again …",
};
