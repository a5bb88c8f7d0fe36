// The name that goes with a file that was turned into another type.

const EXTENSIONS: Readonly<Record<string, readonly string[]>> = {
  'image/jpeg': ['jpg', 'jpeg', 'jfif'],
  'image/png': ['png'],
  'image/webp': ['webp'],
  'image/heic': ['heic', 'heif'],
  'application/pdf': ['pdf'],
};

/** The name with the extension of the type: `IMG_1.HEIC` that became a JPEG is `IMG_1.jpg`. */
export function nameFor(name: string, mediaType: string): string {
  const extensions = EXTENSIONS[mediaType];
  const [, stem = name, extension = ''] = /^(.+)\.([a-z0-9]{1,5})$/i.exec(name) ?? [];
  if (!extensions || extensions.includes(extension.toLowerCase())) return name;
  return `${stem}.${extensions[0]}`;
}
