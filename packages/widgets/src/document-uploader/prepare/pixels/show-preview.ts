// A picture, small, on a canvas for the page. A canvas shows without an address: no `blob:` has to be allowed by the
// page's policy or given back.

/** Longest side in pixels. */
const SIDE = 320;

/** Takes the bitmap over and closes it. */
export function showPreview(bitmap: ImageBitmap): HTMLCanvasElement | undefined {
  const canvas = document.createElement('canvas');
  const scale = Math.min(1, SIDE / Math.max(bitmap.width, bitmap.height));
  canvas.width = Math.max(1, Math.round(bitmap.width * scale));
  canvas.height = Math.max(1, Math.round(bitmap.height * scale));
  const context = canvas.getContext('2d');
  context?.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
  bitmap.close();
  return context ? canvas : undefined;
}
