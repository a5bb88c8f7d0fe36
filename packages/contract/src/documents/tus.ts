// The words of the upload protocol, tus 1.0 (https://tus.io/protocols/resumable-upload), for both sides.

export const TUS_VERSION = '1.0.0';
/** Media type of the body of a PATCH. */
export const TUS_BYTES = 'application/offset+octet-stream';
/** What of the protocol beyond its core is spoken. */
export const TUS_EXTENSIONS = [
  'creation',
  'creation-with-upload',
  'expiration',
  'checksum',
  'termination',
] as const;
export const TUS_CHECKSUMS = ['sha256'] as const;

/** What `Upload-Metadata` says of a document that is made by tus creation; each is a field of `CreateDocument`. */
export const TUS_METADATA = [
  'requirementId',
  'kind',
  'side',
  'filename',
  'filetype',
  'sha256',
  'replaces',
] as const;
