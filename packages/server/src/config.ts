// Configuration comes from the environment. A name that is not known is an error: a typing mistake must not
// quietly leave a default in place.

import { join } from 'node:path';
import type { BlobOptions } from './blobs/open.ts';
import type { DatabaseOptions } from './db/open.ts';
import { KEY_TEXT, parseKeyText } from './node/key-text.ts';

export interface Config {
  readonly port: number;
  readonly database: DatabaseOptions;
  /** Folder for what this machine keeps: the embedded database, and the installation's key. */
  readonly dataDir: string;
  /** The key that all processes of the installation have; without it, the one in the folder. */
  readonly installationKey: Uint8Array | undefined;
  /** Where the bytes of documents are kept. */
  readonly blobs: BlobOptions;
  /** Redis for wake-ups between processes; without it they go through the database. */
  readonly busUrl: string | undefined;
  /** ClamAV's daemon; without it, files are not searched for malware. */
  readonly clamdUrl: string | undefined;
  /** Folder with the elements' files for script tags; without it, elements cannot stand in frames. */
  readonly elementsDir: string | undefined;
  /** Accept the well-known keys of the demonstration, and listen on this machine only. */
  readonly demo: boolean;
  /** Proxies in front of this server that append to `X-Forwarded-For`. */
  readonly trustedProxies: number;
}

export const ENVIRONMENT = {
  LINTAS_PORT: 'port to listen on (4680)',
  LINTAS_DATA_DIR: 'folder for the embedded database and the installation key (.lintas)',
  LINTAS_DATABASE_URL: 'postgres://… to use a PostgreSQL server, version 15 or later',
  LINTAS_INSTALLATION_KEY:
    'secret that all processes of an installation share (installation.key in the folder)',
  LINTAS_BLOB_URL: 'where documents are kept: file:///… or s3://… (a folder beside the database)',
  LINTAS_BUS_URL: 'redis://… for wake-ups between processes (the database)',
  LINTAS_CLAMD_URL: 'tcp://… or unix:… of ClamAV, which then looks at every document (none)',
  LINTAS_ELEMENTS_DIR: 'folder cdn of @lintas/widgets, to offer elements in frames (none)',
  LINTAS_DEMO: '1 accepts the demonstration keys and listens on this machine only (0)',
  LINTAS_TRUSTED_PROXIES: 'proxies in front that append to X-Forwarded-For (0)',
} as const;

const DEFAULT_PORT = '4680';
const DEFAULT_DATA_DIR = '.lintas';

/** A mistake in the configuration, in a sentence for the operator. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
}

/** @throws ConfigError that names the variable */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  const unknown = Object.keys(environment).filter(
    // LINTAS_TEST_* is read by tests, never by the server, and inherited by the processes that they start.
    (name) => name.startsWith('LINTAS_') && !name.startsWith('LINTAS_TEST_') && !(name in ENVIRONMENT),
  );
  if (unknown.length > 0) throw new ConfigError(`There is no setting ${unknown.join(', ')}.`);
  const read = (name: keyof typeof ENVIRONMENT): string | undefined => environment[name] || undefined;

  const dataDir = read('LINTAS_DATA_DIR') ?? DEFAULT_DATA_DIR;
  const url = readUrl(read('LINTAS_DATABASE_URL'), 'LINTAS_DATABASE_URL', ['postgres:', 'postgresql:']);
  return {
    port: readNumber(read('LINTAS_PORT') ?? DEFAULT_PORT, 'LINTAS_PORT', 65_535),
    database: url === undefined ? { folder: join(dataDir, 'database') } : { url },
    dataDir,
    installationKey: readKey(read('LINTAS_INSTALLATION_KEY')),
    blobs: readBlobs(read('LINTAS_BLOB_URL'), dataDir),
    busUrl: readUrl(read('LINTAS_BUS_URL'), 'LINTAS_BUS_URL', ['redis:', 'rediss:']),
    clamdUrl: readUrl(read('LINTAS_CLAMD_URL'), 'LINTAS_CLAMD_URL', ['tcp:', 'unix:']),
    elementsDir: read('LINTAS_ELEMENTS_DIR'),
    demo: readSwitch(read('LINTAS_DEMO'), 'LINTAS_DEMO'),
    trustedProxies: readNumber(read('LINTAS_TRUSTED_PROXIES') ?? '0', 'LINTAS_TRUSTED_PROXIES', 10),
  };
}

/** Never repeats the value: URLs of databases hold passwords. */
function readUrl(value: string | undefined, name: string, protocols: readonly string[]): string | undefined {
  if (value === undefined) return undefined;
  if (URL.canParse(value) && protocols.includes(new URL(value).protocol)) return value;
  throw new ConfigError(
    `${name} must begin with ${protocols.map((protocol) => `${protocol}//`).join(' or ')}.`,
  );
}

function readKey(value: string | undefined): Uint8Array | undefined {
  if (value === undefined) return undefined;
  const key = parseKeyText(value);
  if (key === undefined) throw new ConfigError(`LINTAS_INSTALLATION_KEY must be ${KEY_TEXT}.`);
  return key;
}

function readBlobs(value: string | undefined, dataDir: string): BlobOptions {
  if (value === undefined) return { folder: join(dataDir, 'documents') };
  if (value.startsWith('file:///') || isBucket(value)) return { url: value };
  throw new ConfigError(
    'LINTAS_BLOB_URL must be file:///… with the whole path of a folder, or s3://bucket, ' +
      "with ?endpoint=https://… and &region=… where it is not Amazon's.",
  );
}

function isBucket(value: string): boolean {
  if (!value.startsWith('s3://') || !URL.canParse(value)) return false;
  const { hostname, searchParams } = new URL(value);
  const endpoint = searchParams.get('endpoint');
  return (
    hostname !== '' &&
    [...searchParams.keys()].every((name) => name === 'endpoint' || name === 'region') &&
    (endpoint === null || (/^https?:\/\//.test(endpoint) && URL.canParse(endpoint)))
  );
}

function readNumber(value: string, name: string, most: number): number {
  if (/^\d{1,5}$/.test(value) && Number(value) <= most) return Number(value);
  throw new ConfigError(`${name} must be a number from 0 to ${most}.`);
}

function readSwitch(value: string | undefined, name: string): boolean {
  if (value === undefined || value === '0') return false;
  if (value === '1') return true;
  throw new ConfigError(`${name} must be 1 or 0.`);
}
