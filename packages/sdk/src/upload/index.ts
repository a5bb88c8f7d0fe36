// @lintas/sdk/upload: brings files to the API, however bad the network is.

export { FileChangedError } from '../errors.ts';
export { type UploadDescription } from './job.ts';
export { createUploadManager, type UploadManager, type UploadManagerOptions } from './manager.ts';
export { DEFAULT_UPLOAD_TIMING, type UploadTiming } from './timing.ts';
export { hasEnded, type Progress, type Upload, UploadEvent, type UploadState } from './upload.ts';
