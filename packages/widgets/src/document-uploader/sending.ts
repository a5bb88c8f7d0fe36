// What only who sends something needs: how files are made ready and brought to the API.

export { createUploadManager } from '@lintas/sdk/upload';
export { findHandedIn, findSameFile, prepareFile, sendableName } from './prepare/index.ts';
