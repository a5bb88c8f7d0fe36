// What the API needs of the machine it runs on. `src/node/` has the ones for Node.

/** Milliseconds since 1970, UTC. */
export type Clock = () => number;

export interface Cryptography {
  /** Bytes from a cryptographic source. */
  randomBytes(length: number): Uint8Array;
  sha256(data: string | Uint8Array): Uint8Array;
  /** SHA-256 of bytes that come one after the other. */
  startSha256(): RunningHash;
  /**
   * Signs a blinded message with an RSA key (RFC 9474, section 4.3) in constant time. Throws when the message is none
   * for this key.
   */
  signBlinded(pkcs8: Uint8Array, blinded: Uint8Array): Uint8Array;
  /** HMAC-SHA-256 with the installation's own key, the same in all of its processes. */
  keyedHash(data: string): Uint8Array;
  /** AES-256-GCM (NIST SP 800-38D). The key seals nothing else with this nonce. */
  seal(key: Uint8Array, nonce: Uint8Array, bytes: Uint8Array): Sealed;
  /** @returns `undefined` when it is not what was sealed with this key and nonce */
  unseal(key: Uint8Array, nonce: Uint8Array, sealed: Sealed): Uint8Array | undefined;
  /** argon2id of a PIN in PHC string format. */
  hashPin(pin: string): Promise<string>;
  /** Whether a PIN has this hash; costs the same whether or not. */
  verifyPin(pin: string, hash: string): Promise<boolean>;
}

/** Bytes of the nonce that AES-GCM is made for (NIST SP 800-38D, section 8.2). */
export const NONCE_BYTES = 12;
/** Bytes of the tag of {@link Sealed}. */
export const TAG_BYTES = 16;

export interface Sealed {
  /** As many as were sealed. */
  readonly bytes: Uint8Array;
  /** Tells whether they are those. */
  readonly tag: Uint8Array;
}

export interface RunningHash {
  update(bytes: Uint8Array): void;
  /** The hash of everything so far; ends it. */
  digest(): Uint8Array;
}

/** Everything that a log may say. There is no field for a path, a query, an address or a body. */
export interface LogEntry {
  readonly level: 'info' | 'error';
  readonly message: string;
  readonly requestId?: string | undefined;
  readonly method?: string | undefined;
  /** The pattern of the path, with names in place of values. */
  readonly route?: string | undefined;
  readonly status?: number | undefined;
  readonly ms?: number | undefined;
  /** First eight hex digits of the SHA-256 of the key's id. */
  readonly key?: string | undefined;
  /** Class and code of an error, never its message: that may repeat a value. */
  readonly error?: string | undefined;
  /** Where an error was thrown: the frames of its stack. */
  readonly frames?: readonly string[] | undefined;
}

export type Log = (entry: LogEntry) => void;
