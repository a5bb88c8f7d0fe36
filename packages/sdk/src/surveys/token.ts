// The token with which a questionnaire is answered once (RFC 9474, RSABSSA-SHA384-PSS-Randomized). The API signs it
// without seeing it, so that nobody can say which case an answer came from. Loaded only where a token is needed.

import { RSABSSA } from '@cloudflare/blindrsa-ts';
import { issueSurveyToken, type Survey, type SurveyToken } from '@lintas/contract/surveys';
import { connectionOf } from '../case-connection.ts';
import { LintasError, UnexpectedAnswerError } from '../errors.ts';
import type { Abortable, StatusSession } from '../status.ts';
import { call } from '../transport.ts';
import { fromBase64url, toBase64url } from './base64url.ts';

const MESSAGE_BYTES = 32;
const ALGORITHM = { name: 'RSA-PSS', hash: 'SHA-384' };

/** A token that was asked for. */
interface Asked {
  readonly message: Uint8Array;
  readonly blinded: Uint8Array;
  readonly inverse: Uint8Array;
}

/**
 * What was asked for and has not come, by session and key. The API signs once for a case, but the same request again: who
 * lost the answer on the way has to ask for the same.
 */
const pending = new WeakMap<StatusSession, Map<string, Asked>>();

/**
 * Gets the token of an opened case. There is one for each case and version: keep it until the answer is sent, for it
 * cannot be had again. Ask early, and not in the moment of sending, so that the times tell nothing either.
 *
 * @throws ProblemError `token-issued` when the case had its token before, `survey-closed`
 * @throws LintasError `not-found` for a questionnaire that is answered without a token
 */
export async function requestToken(
  session: StatusSession,
  { id, version, tokenKey }: Pick<Survey, 'id' | 'version' | 'tokenKey'>,
  { signal }: Abortable = {},
): Promise<SurveyToken> {
  const connection = connectionOf(session);
  const suite = RSABSSA.SHA384.PSS.Randomized();
  // As the API would say it.
  if (tokenKey === undefined)
    throw new LintasError('not-found', 'This questionnaire is answered without a token.');
  const key = await readKey(tokenKey);
  const requests = pending.get(session) ?? new Map<string, Asked>();
  pending.set(session, requests);
  const asked = requests.get(tokenKey) ?? (await blindNew(suite, key));
  requests.set(tokenKey, asked);
  const input = { params: { id }, body: { version, blinded: toBase64url(asked.blinded) } };
  const { signature } = await call(connection, issueSurveyToken, input, {
    signals: [connection.end, signal],
  });
  requests.delete(tokenKey);
  try {
    // Refuses a signature that is none: the API may not mark anybody by one of their own.
    const unblinded = await suite.finalize(key, asked.message, fromBase64url(signature), asked.inverse);
    return { message: toBase64url(asked.message), signature: toBase64url(unblinded) };
  } catch {
    throw new UnexpectedAnswerError('The API signed something else than it was asked to.');
  }
}

async function readKey(tokenKey: string): Promise<CryptoKey> {
  try {
    return await crypto.subtle.importKey('spki', fromBase64url(tokenKey), ALGORITHM, true, ['verify']);
  } catch {
    throw new UnexpectedAnswerError('The questionnaire names a key that cannot be read.');
  }
}

async function blindNew(
  suite: ReturnType<typeof RSABSSA.SHA384.PSS.Randomized>,
  key: CryptoKey,
): Promise<Asked> {
  const message = suite.prepare(crypto.getRandomValues(new Uint8Array(MESSAGE_BYTES)));
  const { blindedMsg: blinded, inv: inverse } = await suite.blind(key, message);
  return { message, blinded, inverse };
}
