// The command `lintas-media`: what a person has chosen in their system, where the engine lets a test choose it. Answers
// `false` where it does not, as in Firefox and WebKit.
//
//   await executeServerCommand('lintas-media', { 'forced-colors': 'active' });   // {} takes it back

import type { TestRunnerPlugin } from '@web/test-runner';
import type { CDPSession, Page } from 'puppeteer-core';

/** Names and values of media features. */
export type MediaCommand = Readonly<Record<string, string>>;

export function emulateMedia(): TestRunnerPlugin {
  // What is chosen holds for as long as its session does: only the same one can take it back.
  const sessions = new WeakMap<Page, CDPSession>();
  return {
    name: 'lintas-media',
    async executeCommand({ command, payload, session }) {
      if (command !== 'lintas-media') return undefined;
      if (!isMediaCommand(payload) || !hasPages(session.browser)) return false;
      const page = session.browser.getPage(session.id);
      const protocol = sessions.get(page) ?? (await page.createCDPSession().catch(() => undefined));
      if (!protocol) return false;
      sessions.set(page, protocol);
      const features = Object.entries(payload).map(([name, value]) => ({ name, value }));
      await protocol.send('Emulation.setEmulatedMedia', { features });
      return true;
    },
  };
}

function isMediaCommand(payload: unknown): payload is MediaCommand {
  return typeof payload === 'object' && payload !== null;
}

/** Puppeteer's launcher gives its pages out. */
function hasPages(browser: object): browser is { getPage(sessionId: string): Page } {
  return 'getPage' in browser;
}
