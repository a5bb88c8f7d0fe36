// lintas installation-key

import { createKey, writeKeyText } from '../../src/node/key-text.ts';
import { readCall } from '../call.ts';
import type { Command } from '../command.ts';

export const installationKeyCommand: Command = {
  name: 'installation-key',
  summary: 'make a key for LINTAS_INSTALLATION_KEY',
  help: `Usage: lintas installation-key

Prints a new key, for LINTAS_INSTALLATION_KEY of every process of a new installation. An installation keeps its key
for as long as there is its database: a start with another one is refused.`,
  run(args) {
    readCall(args, {});
    console.log(writeKeyText(createKey()));
    return Promise.resolve();
  },
};
