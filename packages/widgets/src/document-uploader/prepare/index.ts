// What happens to a file on the person's device before it is sent. Loaded when a person has chosen one.

export { sendableName } from './file-name.ts';
export { prepareFile } from './prepare-file.ts';
export {
  FILE_CHANGES,
  FILE_PROBLEMS,
  FILE_WARNINGS,
  type FileChange,
  type FileProblem,
  type FileWarning,
  type Pixels,
  type PreparedFile,
} from './prepared-file.ts';
export { findHandedIn, findSameFile } from './same-file.ts';
