// Where the bytes of documents are kept. Every store gives exactly this; what is acknowledged is durable.

export interface BlobStore {
  /**
   * Writes a blob whole: when this resolves it is durable, when it rejects there is nothing new under the key.
   * Keys are ours (`/`-separated ids), and never taken from a request.
   *
   * @throws StorageFull when there is no room
   * @throws StorageUnavailable when the store does not answer, or refuses us
   */
  put(key: string, bytes: AsyncIterable<Uint8Array>): Promise<void>;
  /**
   * Reads a blob, to be iterated once.
   *
   * @throws StorageUnavailable also for a key that is not there
   */
  get(key: string): Promise<AsyncIterable<Uint8Array>>;
  /**
   * Deletes every blob whose key begins so, and what was left of them by a process that was killed; `prefix` ends with
   * `/`, or is a whole key. Twice does no harm.
   *
   * @param except a key that stays; of one that is also the prefix only what was left of it goes
   */
  deleteAll(prefix: string, except?: string): Promise<void>;
  /** All keys that begin so. */
  list(prefix: string): Promise<string[]>;
  close(): Promise<void>;
}

/** There is no room for the bytes. */
export class StorageFull extends Error {
  override readonly name = 'StorageFull';
}

/** The store cannot be reached or refuses us: the same may work later. Never carries a path or an address. */
export class StorageUnavailable extends Error {
  override readonly name = 'StorageUnavailable';
  /** What the store called it, for the log of the operator. */
  readonly code: string | undefined;

  constructor(message: string, code?: string) {
    super(message);
    this.code = code;
  }
}
