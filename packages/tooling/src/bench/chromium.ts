// A real Chromium.

import { existsSync } from 'node:fs';
import { launch, type Browser } from 'puppeteer-core';
import { chromiumFlags, findBrowsers } from '../browsers.ts';
import { bundleFolder } from '../bundle/manifest.ts';
import { LeftOut } from './bench.ts';

/** Answers whether pages with widgets can be measured here. @throws LeftOut when not */
export function requireBrowser(): string {
  const { chromium } = findBrowsers();
  if (!chromium) throw new LeftOut('It needs Chromium.');
  if (!existsSync(`${bundleFolder}lintas.js`))
    throw new LeftOut('It measures the last build: npm run build.');
  return chromium;
}

export async function launchChromium(executablePath: string): Promise<Browser> {
  return launch({ executablePath, args: [...chromiumFlags] });
}
