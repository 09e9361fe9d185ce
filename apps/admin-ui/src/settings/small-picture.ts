const side = 160;

/** A picture made small enough for a logo, as base64 of a PNG; undefined for what is none. Drawn anew, so that nothing else of the file is sent. */
export async function smallPicture(file: Blob): Promise<string | undefined> {
  const image = await createImageBitmap(file).catch(() => undefined);
  if (image === undefined) return undefined;
  for (let longest = side; longest >= 32; longest /= 2) {
    const scale = Math.min(1, longest / Math.max(image.width, image.height));
    const canvas = document.createElement("canvas");
    canvas.width = Math.max(1, Math.round(image.width * scale));
    canvas.height = Math.max(1, Math.round(image.height * scale));
    canvas.getContext("2d")?.drawImage(image, 0, 0, canvas.width, canvas.height);
    const base64 = canvas.toDataURL("image/png").split(",")[1] ?? "";
    if (base64.length * 0.75 <= 32 * 1024) return base64;
  }
  return undefined;
}
