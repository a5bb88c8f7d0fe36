// The client for the API that the page names for an element.

import { createStatusClient, type StatusClient } from '@lintas/sdk';
import { findConnection } from '../core/context.ts';

/** @returns `undefined` where the page names no API, or an address or key that cannot be one */
export function findClient(element: Element): StatusClient | undefined {
  const connection = findConnection(element);
  try {
    return connection && createStatusClient({ baseUrl: connection.api, key: connection.key });
  } catch {
    return undefined;
  }
}
