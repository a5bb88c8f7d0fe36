// Browser tests of the widgets and of what the SDK keeps on a device, in every engine that this machine has, against the real API.
//
// One file in one engine:
//   LINTAS_TEST_ENGINE=webkit npx wtr --files packages/widgets/test/<name>.browser.ts

import { fileURLToPath } from 'node:url';
import { esbuildPlugin } from '@web/dev-server-esbuild';
import { defaultReporter } from '@web/test-runner';
import { provideApi } from './packages/tooling/src/browser-tests/api-plugin.ts';
import { tellCounts } from './packages/tooling/src/browser-tests/counts.ts';
import {
  launchChromium,
  launchFirefox,
  launchWebKit,
} from './packages/tooling/src/browser-tests/launchers.ts';
import { emulateMedia } from './packages/tooling/src/browser-tests/media-plugin.ts';
import { servePartnerPage } from './packages/tooling/src/browser-tests/partner-page.ts';
import { findBrowsers } from './packages/tooling/src/browsers.ts';
import { listFailedTo } from './packages/tooling/src/failed-tests/from-browsers.ts';
import { findFreePort } from './packages/tooling/src/processes.ts';

const only = process.env.LINTAS_TEST_ENGINE;
const { chromium, firefox, webkit } = findBrowsers();
const wanted = (engine) => !only || only === engine;

// Known beforehand, because a publishable key is bound to the exact origin of the page that uses it.
const port = await findFreePort();
const api = provideApi(`http://localhost:${port}`);

const browsers = [];
const plugins = [];
if (chromium && wanted('chromium')) browsers.push(launchChromium(chromium));
if (firefox && wanted('firefox')) browsers.push(launchFirefox(firefox));
if (webkit && wanted('webkit')) {
  const { launcher, plugin } = await launchWebKit(webkit);
  browsers.push(launcher);
  plugins.push(plugin);
}
if (browsers.length === 0) throw new Error(`No browser to test in${only ? ` (asked for ${only})` : ''}.`);

const isWatched = process.stdout.isTTY === true;

/** File for the names of the tests that failed. */
const failedTests = process.env.LINTAS_FAILED_TESTS;

export default {
  files: 'packages/{widgets,sdk,tooling}/test/**/*.browser.ts',
  port,
  browsers,
  // One page at a time: the pages of a run share one API, which tests stop, cut and start again.
  concurrentBrowsers: 1,
  concurrency: 1,
  // The workspace's packages resolve each other's sources.
  nodeResolve: { exportConditions: ['source'] },
  middleware: [servePartnerPage(api.findOptions)],
  plugins: [
    esbuildPlugin({
      ts: true,
      target: 'es2022',
      tsconfig: fileURLToPath(new URL('packages/widgets/tsconfig.json', import.meta.url)),
    }),
    api.plugin,
    emulateMedia(),
    ...plugins,
  ],
  // How far it is only tells a person who looks on.
  reporters: [
    defaultReporter({ reportTestProgress: isWatched }),
    ...(isWatched ? [] : [tellCounts()]),
    ...(failedTests ? [listFailedTo(failedTests)] : []),
  ],
  testRunnerHtml: (framework) =>
    `<!doctype html><html lang="en"><head><title>Tests</title></head><body><script type="module" src="${framework}"></script></body></html>`,
  // Patience for machines that do other things, too: nothing here measures time.
  browserStartTimeout: 120_000,
  testsStartTimeout: 120_000,
  testFramework: { config: { timeout: 120_000 } },
  testsFinishTimeout: 600_000,
};
