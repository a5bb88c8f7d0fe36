// What follows a command on its line. Every mistake in it is told in a sentence, in the same words by all commands.

import { parseArgs, type ParseArgsConfig } from 'node:util';
import { UsageError } from './command.ts';

/** An option with a value. */
export const text = { type: 'string' } as const;

/** Reads options, and up to so many words beside them. @throws UsageError */
export function readCall<Options extends NonNullable<ParseArgsConfig['options']>>(
  args: string[],
  options: Options,
  words = 0,
) {
  const allowPositionals = true;
  const { tokens } = parseArgs({ args, options, allowPositionals, strict: false, tokens: true });
  for (const token of tokens) if (token.kind === 'option') refuseWrong(token, options);
  const found = tokens.flatMap((token) => (token.kind === 'positional' ? token.value : []));
  if (found.length > words) throw new UsageError(`There is one word too many: "${found[words]}".`);
  return parseArgs({ args, options, allowPositionals });
}

/** What a value lists, with commas between; blanks beside them are no part of it. */
export function entriesOf(value: string | undefined): readonly string[] {
  return value?.split(',').map((entry) => entry.trim()) ?? [];
}

interface GivenOption {
  readonly name: string;
  /** As it was written. */
  readonly rawName: string;
  readonly value?: string | undefined;
  /** Whether the value was given with `=`. */
  readonly inlineValue?: boolean | undefined;
}

function refuseWrong(option: GivenOption, options: NonNullable<ParseArgsConfig['options']>): void {
  const { name, rawName, value, inlineValue = false } = option;
  if (!Object.hasOwn(options, name)) throw new UsageError(`There is no option ${rawName}.`);
  if (options[name]?.type === 'boolean') {
    if (value !== undefined) throw new UsageError(`${rawName} takes no value.`);
  } else if (value === undefined) {
    throw new UsageError(`${rawName} needs a value.`);
  } else if (!inlineValue && /^-./.test(value)) {
    throw new UsageError(`${rawName} needs a value before "${value}".`);
  }
}
