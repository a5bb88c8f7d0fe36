// npm run screenshots: every screen of the tracker, of the survey form and of published figures as people see it, on contact sheets in .cache/screenshots.

import config from '../../../../web-test-runner.config.mjs';
import { launchChromium } from '../browser-tests/launchers.ts';
import { findBrowsers } from '../browsers.ts';
import { root } from '../processes.ts';
import { shoot } from './shoot.ts';

const { chromium } = findBrowsers();
if (!chromium) throw new Error('Screenshots need Chromium.');

export default {
  ...config,
  rootDir: root,
  files: 'packages/widgets/test/{status-tracker,survey-form,metrics,document-uploader}/screenshots.ts',
  browsers: [launchChromium(chromium)],
  // Sources in TypeScript, and the API that the survey form asks.
  plugins: [...config.plugins.slice(0, 2), shoot()],
};
