// What engine.ts and its thread say to each other.

/** Where the engine keeps its data: durably in a folder, or in memory, from the file of a snapshot if there is one. */
export type EngineOptions =
  { readonly folder: string } | { readonly memory: true; readonly snapshot?: string };

/** What the engine's thread is told: bytes of the protocol, or one of two wishes. */
export type EngineRequest = Uint8Array | 'snapshot' | 'stop';

/** What the engine's thread tells: bytes of the protocol, or how a start or a wish went. */
export type EngineReply =
  | Uint8Array
  | { readonly kind: 'ready' }
  | { readonly kind: 'failed'; readonly message: string }
  | { readonly kind: 'snapshot'; readonly bytes: Uint8Array };
