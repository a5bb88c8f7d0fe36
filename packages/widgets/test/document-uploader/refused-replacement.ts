// What the API answers where a file must not replace what it was to.

import { ProblemError } from '@lintas/sdk';

/** @param code why not, as the API names it */
export function refusedReplacement(code: string): ProblemError {
  return new ProblemError('invalid-request', 'refused', {
    problem: {
      type: 'urn:lintas:problem:invalid-request',
      title: 'refused',
      status: 400,
      errors: [{ pointer: '/replaces', code, message: 'refused' }],
    },
  });
}
