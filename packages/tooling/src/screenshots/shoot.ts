// The command `lintas-shoot`: a picture of the whole test page, under the colours that a person has chosen.

import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import type { TestRunnerPlugin } from '@web/test-runner';
import type { Page } from 'puppeteer-core';
import { root } from '../processes.ts';

/** Where the pictures are; git ignores it. */
export const folder = `${root}.cache/screenshots/`;

export interface ShootCommand {
  readonly name: string;
  /** CSS pixels. */
  readonly width: number;
  /** `forced`: those of the operating system, light on dark, as in Windows' contrast themes. */
  readonly colours: 'light' | 'dark' | 'forced';
}

export function shoot(): TestRunnerPlugin {
  return {
    name: 'lintas-shoot',
    serverStart() {
      rmSync(folder, { recursive: true, force: true });
      mkdirSync(folder, { recursive: true });
    },
    async executeCommand({ command, payload, session }) {
      if (command !== 'lintas-shoot' || !isShootCommand(payload) || !hasPages(session.browser))
        return undefined;
      const page = session.browser.getPage(session.id);
      const protocol = await page.createCDPSession();
      await protocol.send('Emulation.setEmulatedMedia', {
        features: [
          { name: 'prefers-color-scheme', value: payload.colours === 'light' ? 'light' : 'dark' },
          { name: 'forced-colors', value: payload.colours === 'forced' ? 'active' : 'none' },
        ],
      });
      await page.setViewport({ width: payload.width, height: 800 });
      await page.screenshot({ path: `${folder}${payload.name}.png`, fullPage: true });
      return true;
    },
    serverStop: writeIndex,
  };
}

function isShootCommand(payload: unknown): payload is ShootCommand {
  return typeof payload === 'object' && payload !== null && 'colours' in payload;
}

/** Puppeteer's launcher gives its pages out. */
function hasPages(browser: object): browser is { getPage(sessionId: string): Page } {
  return 'getPage' in browser;
}

/** One page with all sheets. */
function writeIndex(): void {
  const sheets = readdirSync(folder).filter((file) => file.endsWith('.png'));
  const figures = sheets.map(
    (file) => `<h2>${file}</h2><a href="${file}"><img src="${file}" width="1000" alt=""></a>`,
  );
  writeFileSync(`${folder}index.html`, `<!doctype html><title>Screens</title>${figures.join('')}`);
  console.log(`Contact sheets: ${folder}index.html`);
}
