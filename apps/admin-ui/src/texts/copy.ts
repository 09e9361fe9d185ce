/** Words of the part that copies. */
export const copyTexts = {
  copy: "Copy",
  copied: "Copied",
  failed: "Select it and press Ctrl C",
};
