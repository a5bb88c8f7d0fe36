// What becomes of a file before it is sent, in words that a catalogue has texts for.

/** What was changed, so that it can be said. */
export const FILE_CHANGES = [
  /** The picture said where it was taken. */
  'location_removed',
  /** What is not part of the picture: camera, dates, comments, a small copy, bytes after its end. */
  'details_removed',
  'scaled_down',
  /** From HEIC or PNG. */
  'turned_into_jpeg',
] as const;
export type FileChange = (typeof FILE_CHANGES)[number];

/** What may be wrong, and the person may know better: they can send the file as it is. */
export const FILE_WARNINGS = [
  'blurred',
  'too_dark',
  'glare',
  /** The file has no end: a part of the picture may be missing. Some phones write such files. */
  'breaks_off',
  /** Place, camera and dates could not be taken out; they may be in the file. */
  'details_kept',
] as const;
export type FileWarning = (typeof FILE_WARNINGS)[number];

/** Why the file cannot be sent. Where the server has a word for the same thing, it is that word. */
export const FILE_PROBLEMS = [
  'empty',
  'type_not_supported',
  /** A HEIC photo is not taken here, and this browser cannot turn it into a JPEG. */
  'heic_not_convertible',
  'too_large',
  'too_small',
  'too_many_pages',
  'encrypted',
  /** A download that broke off, or something that cannot be understood. */
  'corrupt',
  /** The device did not give the file's bytes: it was moved, changed or removed after it was chosen. */
  'not_there',
] as const;
export type FileProblem = (typeof FILE_PROBLEMS)[number];

/** Size of a picture as it is seen, with its orientation. */
export interface Pixels {
  readonly width: number;
  readonly height: number;
}

/** A file, looked at and made ready. */
export interface PreparedFile {
  /** What to send: the file itself where nothing had to change, or where there is a problem. */
  readonly file: Blob;
  /** What `file` is by its bytes, whatever it is called; `application/octet-stream` when unknown. */
  readonly mediaType: string;
  /** Size of the picture in `file`; unknown for other files. */
  readonly pixels?: Pixels | undefined;
  /** Size of the picture that was chosen, where it was scaled down. */
  readonly originalPixels?: Pixels | undefined;
  /** Pages of a PDF; unknown when they could not be counted. */
  readonly pages?: number | undefined;
  readonly changes: readonly FileChange[];
  readonly warnings: readonly FileWarning[];
  /** None: the file can be sent. */
  readonly problems: readonly FileProblem[];
  /** The picture, small, to be put on the page as it is; without a name for those who do not see it. */
  readonly preview?: HTMLCanvasElement | undefined;
}
