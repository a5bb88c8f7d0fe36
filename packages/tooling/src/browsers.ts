// The three browser engines that the tests run in: finds those of this machine and installs the missing ones
// where Debian's packages can be had.

import { globSync } from 'node:fs';
import { installDebianPackages } from './debian.ts';
import { findExecutable } from './processes.ts';

/** Where each engine's programs are; an engine that this machine lacks is absent. */
export interface Browsers {
  readonly chromium?: string;
  readonly firefox?: string;
  readonly webkit?: WebKit;
}

/** WebKit is driven through WebDriver and needs a display, which `display` provides where there is no screen. */
export interface WebKit {
  readonly browser: string;
  readonly driver: string;
  readonly display: string;
}

export type Engine = keyof Browsers;

export const engines: readonly Engine[] = ['chromium', 'firefox', 'webkit'];

const debianPackages: Record<Engine, readonly string[]> = {
  chromium: ['chromium'],
  firefox: ['firefox-esr'],
  webkit: ['webkit2gtk-driver', 'xvfb'],
};

/** Flags for Chromium: without what only makes noise or asks the network for something that tests do not need. */
export const chromiumFlags: readonly string[] = [
  // Chromium's sandbox does not work as root; only our own pages are opened.
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** The engines that are on this machine. */
export function findBrowsers(): Browsers {
  const chromium = findExecutable([
    'chromium',
    'chromium-browser',
    'google-chrome-stable',
    'google-chrome',
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  ]);
  const firefox = findExecutable([
    'firefox-esr',
    'firefox',
    '/Applications/Firefox.app/Contents/MacOS/firefox',
    'C:\\Program Files\\Mozilla Firefox\\firefox.exe',
  ]);
  const webkit = findWebKit();
  return { ...(chromium && { chromium }), ...(firefox && { firefox }), ...(webkit && { webkit }) };
}

function findWebKit(): WebKit | undefined {
  // The folder carries the machine's architecture or distribution: /usr/lib/<either>/webkit2gtk-4.1.
  const folders = ['/usr/lib/*/webkit2gtk-4.1', '/usr/{lib,lib64,libexec}/webkit2gtk-4.1'];
  const [browser] = folders.flatMap((folder) => globSync(`${folder}/MiniBrowser`));
  const driver = findExecutable([
    'WebKitWebDriver',
    ...folders.flatMap((folder) => globSync(`${folder}/WebKitWebDriver`)),
  ]);
  const display = findExecutable(['Xvfb']);
  return browser && driver && display ? { browser, driver, display } : undefined;
}

/**
 * Sees to it that as many engines as possible are there, installing what is missing, and says which engine
 * could not be had. With `CI=true` a missing engine is an error.
 */
export async function ensureBrowsers(): Promise<Browsers> {
  const missing = findMissing();
  if (missing.length > 0) {
    await installDebianPackages([...missing.flatMap((engine) => debianPackages[engine]), 'fonts-noto-core']);
  }
  const stillMissing = findMissing();
  for (const engine of stillMissing) {
    console.log(
      `No ${engine}: its tests are left out. On Debian: apt install ${debianPackages[engine].join(' ')}`,
    );
  }
  if (stillMissing.length > 0 && process.env['CI'] === 'true') {
    throw new Error(`CI needs all three engines; missing: ${stillMissing.join(', ')}`);
  }
  return findBrowsers();
}

function findMissing(): readonly Engine[] {
  const found = findBrowsers();
  return engines.filter((engine) => !found[engine]);
}

if (import.meta.main) console.log(await ensureBrowsers());
